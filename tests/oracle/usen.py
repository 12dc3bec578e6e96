"""The provisions of USEN's 約款 2024-10-30; where it is silent those of IIJ apply (USEN 3条)."""
from fractions import Fraction

from civil_code import first_of_month, last_of_month, months_by_days, plus, term_end
from readings import REFUSED, Stop

USEN = "usen/secure-mx"
CHARGED = ("customer-notice", "provider-after-demand", "anti-social-forces")  # 9条1項: 10条, 11条1項, 19条2項


def term_start(service_start):
    """USEN 9条1項: 提供開始日が属する月の翌月1日."""
    return first_of_month(service_start, 1)


def deadline(read, effect):
    """USEN 10条1項 「解除月を指定し、その2ヶ月前までに」: what the notice may not pass (F-020)."""
    return read.choose("2ヶ月前", last_of_month(effect, -2), first_of_month(effect, -2), last_of_month(effect, -3))


def ending(read, notice, designated=None):
    """The first month's end (USEN 7条1項: fees run to it) that the notice is in time for."""
    which = read.choose("2ヶ月前", 0, 1, 2)
    effect = last_of_month(max(notice, designated or notice))
    while (last_of_month(effect, -2), first_of_month(effect, -2), last_of_month(effect, -3))[which] < notice:
        effect = last_of_month(effect, 1)
    return effect


def latest_notice(read, effect):
    """解除月: an ending inside a month is none (7条1項)."""
    if effect != last_of_month(effect):
        raise Stop(REFUSED, instead=last_of_month(effect))
    return deadline(read, effect)


def special_survives(read):
    """GEN 28条2項 supplements, or 10条1項 takes every ending of the customer's in."""
    return read.choose("28条2項", True, False)


def residual(read, start, months, end, ground, divisor=None):
    """USEN 9条1項: the residual counts from the next 1st (7条1項 bills to the month end) or from the next day."""
    last = term_end(start, months) if months else None
    if last is None or end >= last or ground not in CHARGED:
        return Fraction(0)
    begin = read.choose("残余の起点", first_of_month(end, 1), plus(end, 1))
    return months_by_days(max(begin, start), last, divisor)


def is_billed(month, service_start, end=None):
    """USEN 7条1項: from the 1st after the start through the end of the last month, whole months."""
    return month >= first_of_month(service_start, 1) and (end is None or month <= end)
