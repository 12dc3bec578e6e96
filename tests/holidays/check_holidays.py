#!/usr/bin/env python3
"""check_holidays.py PROGRAM: the holidays of the terms, worked out from the law in another manner.

The program expands entries with dates of effect; here every single day is asked whether it is a holiday, by the law as it
stood on that day. The equinoxes, which the terms list, come from the sun: J. Meeus, Astronomical Algorithms, chapter 27,
to the minute, in the time of Japan. Both lists must be the same, with their names.
"""
import datetime
import json
import math
import subprocess
import sys

PROGRAM = sys.argv[1]
FIRST, LAST = datetime.date(1970, 1, 1), datetime.date(2050, 12, 31)
DAY = datetime.timedelta(days=1)
SUNDAY, MONDAY = 6, 0

# Mean equinoxes as polynomials of thousands of years from 2000, and the terms that perturb them.
MARCH = (2451623.80984, 365242.37404, 0.05169, -0.00411, -0.00057)
SEPTEMBER = (2451810.21715, 365242.01767, -0.11575, 0.00337, 0.00078)
PERIODIC = ((485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
            (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
            (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
            (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
            (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
            (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074))
# Terrestrial less universal time, in days: 40 to 90 seconds in these years. No equinox lies that near to midnight.
DELTA_T = 65 / 86400
JAPAN = 9 / 24


def equinox(year, mean):
    thousands = (year - 2000) / 1000
    day = sum(factor * thousands ** power for power, factor in enumerate(mean))
    centuries = (day - 2451545) / 36525
    angle = math.radians(35999.373 * centuries - 2.47)
    stretch = 1 + 0.0334 * math.cos(angle) + 0.0007 * math.cos(2 * angle)
    disturbance = sum(a * math.cos(math.radians(b + c * centuries)) for a, b, c in PERIODIC)
    julian = day + 0.00001 * disturbance / stretch - DELTA_T + JAPAN
    return datetime.datetime(2000, 1, 1, 12) + datetime.timedelta(days=julian - 2451545)


EQUINOXES = {equinox(year, mean).date(): name for year in range(FIRST.year, LAST.year + 1)
             for mean, name in ((MARCH, "春分の日"), (SEPTEMBER, "秋分の日"))}


def nth_monday(day):
    return (day.day + 6) // 7 if day.weekday() == MONDAY else 0


ONCE = {"1989-02-24": "昭和天皇の大喪の礼", "1990-11-12": "即位礼正殿の儀", "1993-06-09": "皇太子徳仁親王の結婚の儀",
        "2019-05-01": "天皇の即位の日", "2019-10-22": "即位礼正殿の儀",
        "2020-07-23": "海の日", "2020-07-24": "スポーツの日", "2020-08-10": "山の日",
        "2021-07-22": "海の日", "2021-07-23": "スポーツの日", "2021-08-08": "山の日"}


def national_holiday(day):
    """第2条 as it stands on that day, and the laws for a single occasion."""
    year, month_day = day.year, (day.month, day.day)
    if day.isoformat() in ONCE:
        return ONCE[day.isoformat()]
    if day in EQUINOXES:
        return EQUINOXES[day]
    always = {(1, 1): "元日", (2, 11): "建国記念の日", (5, 3): "憲法記念日", (5, 5): "こどもの日", (11, 3): "文化の日",
              (11, 23): "勤労感謝の日"}
    if month_day in always:
        return always[month_day]
    if month_day == (4, 29):
        return "天皇誕生日" if year < 1989 else "みどりの日" if year < 2007 else "昭和の日"
    if month_day == (5, 4) and year >= 2007:
        return "みどりの日"
    if (month_day == (12, 23) and 1989 <= year <= 2018) or (month_day == (2, 23) and year >= 2020):
        return "天皇誕生日"
    if (month_day == (1, 15)) if year < 2000 else (day.month == 1 and nth_monday(day) == 2):
        return "成人の日"
    if (month_day == (9, 15)) if year < 2003 else (day.month == 9 and nth_monday(day) == 3):
        return "敬老の日"
    if year in (2020, 2021):  # their 海の日, 山の日 and スポーツの日 are above
        return None
    if (month_day == (10, 10)) if year < 2000 else (day.month == 10 and nth_monday(day) == 2):
        return "体育の日" if year < 2020 else "スポーツの日"
    if year >= 1996 and ((month_day == (7, 20)) if year < 2003 else (day.month == 7 and nth_monday(day) == 3)):
        return "海の日"
    if month_day == (8, 11) and year >= 2016:
        return "山の日"
    return None


def holiday(day):
    """第3条 as it stands on that day."""
    name = national_holiday(day)
    if name:
        return name
    if day >= datetime.date(2007, 1, 1):
        back = day - DAY  # over the run of national holidays just before: is one of them a Sunday?
        while national_holiday(back):
            if back.weekday() == SUNDAY:
                return "振替休日"
            back -= DAY
    elif day >= datetime.date(1973, 4, 12) and day.weekday() == MONDAY and national_holiday(day - DAY):
        return "振替休日"
    between = national_holiday(day - DAY) and national_holiday(day + DAY)
    if between and day >= datetime.date(1985, 12, 27) and (day.year >= 2007 or day.weekday() != SUNDAY):
        return "国民の休日"
    return None


def main():
    done = subprocess.run([PROGRAM, "list", "holidays", "--format", "json"], capture_output=True, text=True, check=True)
    listed = json.loads(done.stdout)["holidays"]
    ours = {each["name"]: each["label"] for each in listed}
    law = {}
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + number * DAY
        name = holiday(day)
        if name:
            law[day.isoformat()] = name
    wrong = [f"{day}: the terms have {ours.get(day)}, the law {law.get(day)}"
             for day in sorted(ours.keys() | law.keys()) if ours.get(day) != law.get(day)]
    wrong += [f"{each['name']}: is no {each['weekday']}" for each in listed
              if datetime.date.fromisoformat(each["name"]).strftime("%A").lower() != each["weekday"]]
    if [each["name"] for each in listed] != sorted(ours):
        wrong.append("the days are not in order, or not once each")
    print("\n".join(wrong[:40]))
    print(f"{len(ours)} holidays, {len(law)} by the law, {len(wrong)} differences")
    return 1 if wrong or not ours else 0


if __name__ == "__main__":
    sys.exit(main())
