"""National holidays worked out from 国民の祝日に関する法律, for the years 2022 to 2030.

Not a list: the days of 第2条, 春分日 and 秋分日 by the usual formula of the sun's course (the 暦要項 of each February is the
authority), 振替休日 of 第3条第2項 and the day between two holidays of 第3条第3項. (2020 and 2021 had days of their own.)
"""
import datetime
import functools

from civil_code import plus

YEARS = range(2022, 2031)
FIXED = ((1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23))
MONDAYS = ((1, 2), (7, 3), (9, 3), (10, 2))  # 成人の日, 海の日, 敬老の日, スポーツの日: which Monday of which month


def equinox(year, month, at_1980):
    return datetime.date(year, month, int(at_1980 + 0.242194 * (year - 1980) - (year - 1980) // 4))


def monday(year, month, which):
    first = datetime.date(year, month, 1)
    return plus(first, -first.weekday() % 7 + 7 * (which - 1))


@functools.lru_cache(maxsize=None)
def of_year(year):
    if year not in YEARS:
        raise ValueError(f"no holidays are worked out for {year}")
    days = {datetime.date(year, *each) for each in FIXED} | {monday(year, *each) for each in MONDAYS}
    days |= {equinox(year, 3, 20.8431), equinox(year, 9, 23.2488)}
    substitutes = set()
    for each in days:  # 第3条第2項: the nearest day after the Sunday that is no holiday itself
        if each.weekday() == 6:
            instead = plus(each, 1)
            while instead in days:
                instead = plus(instead, 1)
            substitutes.add(instead)
    between = {plus(each, 1) for each in days if plus(each, 2) in days and plus(each, 1) not in days}  # 第3条第3項
    return days | substitutes | between


def is_closed(date, closed_days):
    return date.weekday() >= 5 or date in closed_days or date in of_year(date.year)


def business_day_before(date, closed_days):
    """The day itself, or the nearest before it that is no closed day."""
    while is_closed(date, closed_days):
        date = plus(date, -1)
    return date
