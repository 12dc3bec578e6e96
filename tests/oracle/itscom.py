"""The provisions of iTSCOM's 約款 2024-03-01, which stands by itself: nothing of IIJ's is part of it."""
import calendar
import math
from fractions import Fraction

from civil_code import counted_back, first_of_month, last_of_month, months_by_days, plus, term_end
from holidays import business_day_before
from readings import REFUSED, Stop

ITS = "itscom/server-hosting"

# 別表①: 加入料, with no row for the plans closed in 2023; 別表②1: 利用料金（月額）.
INITIAL = {"www": 20000, "mail-secure-mx": 20000, "pack-secure-mx": 20000}
PLANS = {"www": 10000, "mail-secure-mx": 4500, "pack-secure-mx": 13000, "mail-standard": 5000, "mail-secure": 5000,
         "pack-standard": 13500, "pack-secure": 13500, "mini-pack": 5000}
# 別表②1, ③: the accounts of the basic service, how many more make one step, and what a step costs a month.
ACCOUNTS = {"mail-secure-mx": (10, 1, 300), "pack-secure-mx": (10, 1, 300), "mail-secure": (10, 1, 300),
            "pack-secure": (10, 1, 300), "mini-pack": (5, 1, 300), "mail-standard": (50, 10, 1000),
            "pack-standard": (50, 10, 1000)}
DISK = {"mail-secure-mx": (10, 10, 200), "pack-secure-mx": (10, 10, 200)}
# 別表③: initial and monthly price of one; None is 別途契約者に示す金額 (merged cell: a blank is not 0円).
OPTIONS = {"mailing-list": (10000, 1000), "advanced-archive": (None, None), "mail-audit": (None, None),
           "spare-mail": (None, None), "sandbox": (None, None), "private-relay": (None, None), "mailbox-plus": (0, 0),
           "www-disk": (0, 10000), "ssl-disk": (0, 5000), "ftp-account": (0, 1000), "access-log": (3000, 3000),
           "ips": (10000, 10000)}
UNPRICED = ("dox-link", "account-api", "iij-id-link")  # in the table of contents, without a row of prices (F-030)
COUNTED = ("www-disk", "ssl-disk", "ftp-account", "ips")  # priced 毎, IPS at first too (F-210)


def extra(used, included, step, price):
    """別表③: so much for every step begun beyond what the basic service holds."""
    return Fraction(price * math.ceil(Fraction(max(used - included, 0), step)))


def earliest_ending(read, start):
    """25条1項ただし書 「…翌日以後に限りません」: as plainly meant (限ります), or as printed: no restriction (F-001)."""
    return read.choose("限りません", plus(term_end(start, 3), 1), start)


def deadline(effect, closed_days):
    """25条1項: 前月末日, or the business day before."""
    return business_day_before(last_of_month(effect, -1), closed_days)


def ending(read, start, notice, closed_days, designated=None):
    """25条1項: 毎月末日."""
    effect = last_of_month(max(earliest_ending(read, start), notice, designated or notice))
    while deadline(effect, closed_days) < notice:
        effect = last_of_month(effect, 1)
    return effect


def latest_notice(read, start, effect, closed_days):
    """A day inside a month is refused whenever the service began; which day is allowed instead depends on that."""
    try:
        earliest = earliest_ending(read, start())
    except Stop:
        if effect != last_of_month(effect):
            raise Stop(REFUSED) from None
        raise
    if effect != last_of_month(effect) or effect < earliest:
        raise Stop(REFUSED, instead=last_of_month(max(effect, earliest)))
    return deadline(effect, closed_days)


def option_ending(notice, designated=None):
    """17条2項: on the 1st; the application by the end of the month before last, no shift for closed days."""
    asked = first_of_month(plus(designated, -1), 1) if designated else notice
    return max(first_of_month(notice, 2), asked)


def option_latest_notice(effect):
    if effect.day != 1:
        raise Stop(REFUSED, instead=first_of_month(effect, 1))
    return last_of_month(effect, -2)


def truncated(value):
    """28条3項: 1円未満の端数は切り捨て."""
    return Fraction(math.floor(value))


def charge(read, start, months, end, plan, options):
    """33条: no carve-out; of the plan or of all monthly fees, by days or by whole months begun."""
    last = term_end(start, months) if months else None
    if last is None or end >= last:
        return Fraction(0)
    fee = read.choose("33条の料金", plan, lambda: plan() + options())()
    rest = months_by_days(max(plus(end, 1), start), last)
    return truncated(fee * read.choose("33条の残余期間", rest, Fraction(math.ceil(rest))))


def plan_is_billed(read, month, start, end=None):
    """30条2項: whole months, not prorated; 30条3項 against 26条1項: the month of the start unbilled or billed (F-034)."""
    if month < first_of_month(start) or end and month > end:
        return False
    return month != first_of_month(start) or read.choose("利用開始日の月", False, True)


def option_is_billed(read, month, start, end=None, own_end=False):
    """30条 speaks of サービス費用 only (F-035): the month of the start, and the one on whose 1st it ends (17条2項)."""
    if month < first_of_month(start) or end and month > end:
        return False
    if month == first_of_month(start) and not read.choose("オプションの開始の月", False, True):
        return False
    return not (own_end and month == end) or read.choose("オプションの終了の月", False, True)


def late_charge(read, amount, due, paid):
    """35条: 14.6% a year of 365 days, or of each calendar year's own days; 28条3項 by analogy, or unrounded."""
    days = (paid - due).days
    if days <= 0:
        return Fraction(0)
    yearly = Fraction(146 * amount(), 1000)
    own = sum((Fraction(1, 366 if calendar.isleap(plus(due, each).year) else 365) for each in range(1, days + 1)),
              Fraction(0))
    exact = yearly * read.choose("年率", Fraction(days, 365), own)
    return read.choose("遅延損害金の端数", truncated(exact), exact)


def surcharge(evaded, tax):
    """34条: 2 × the evaded sum without tax, beside that sum."""
    return 2 * (evaded - tax)


def credit(hours, plan):
    """37条: whole 24 hours × 利用料金（月額） / 30."""
    return truncated(plan() * (hours // 24) / 30) if hours >= 24 else Fraction(0)


def notice_before(read, effect, **count):
    """17条1項 2週間前まで, 21条2項 7日前まで, 23条2項・47条2項 3ヶ月前まで."""
    latest = counted_back(effect, **count)
    return read.choose("N前まで", latest, plus(latest, -1))
