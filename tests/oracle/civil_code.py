"""The calendar of the Civil Code (民法138条–143条), and the months of a bill."""
import calendar
import datetime
from fractions import Fraction


def day(text):
    return datetime.date.fromisoformat(text)


def plus(date, days):
    return date + datetime.timedelta(days)


def month_length(date):
    return calendar.monthrange(date.year, date.month)[1]


def first_of_month(date, months=0):
    index = date.year * 12 + date.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1)


def last_of_month(date, months=0):
    first = first_of_month(date, months)
    return first.replace(day=month_length(first))


def corresponding_day(date, months):
    """応当日, or None where the last month has no such day."""
    last = last_of_month(date, months)
    return last.replace(day=date.day) if date.day <= last.day else None


def term_end(first, months):
    """民法143条2項: the day before the corresponding day; without one, the last day of the month."""
    match = corresponding_day(first, months)
    return plus(match, -1) if match else last_of_month(first, months)


def elapses(event, *, days=0, months=0):
    """民法140条本文: the day of the event does not count; 141条: the last day ends the period."""
    return plus(event, days) if days else term_end(plus(event, 1), months)


def counted_back(event, *, days=0, months=0):
    """N前まで: the corresponding day, counted back; a month without it gives its last day."""
    if days:
        return plus(event, -days)
    return corresponding_day(event, -months) or last_of_month(event, -months)


def months_begun(first, last):
    """Whole months by 民法143条 from `first`, the last one only begun."""
    if last < first:
        return 0
    count = 1
    while term_end(first, count) < last:
        count += 1
    return count


def share_of_month(month, first, last=None, divisor=None):
    """The part of the month beginning on `month` that lies in `first` through `last`: days over the month's (or 30)."""
    begin = max(first, month)
    end = min(last or last_of_month(month), last_of_month(month))
    if begin > end:
        return Fraction(0)
    days = (end - begin).days + 1
    return Fraction(1) if days == month_length(month) else Fraction(days, divisor or month_length(month))


def months_by_days(first, last, divisor=None):
    """Calendar months from `first` through `last`; a part of a month by its days over the month's (or 30)."""
    total = Fraction(0)
    month = first_of_month(first)
    while month <= last:
        total += share_of_month(month, first, last, divisor)
        month = first_of_month(month, 1)
    return total
