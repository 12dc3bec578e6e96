"""What is paid a month and at first: the items of a contract, each by the provision that governs its channel."""
import functools
from fractions import Fraction

import iij
import itscom
import usen
from civil_code import day, last_of_month, share_of_month
from contracts import (amount, date_of, divisor, end_of, is_metered, largest, option_date, option_end, options_of,
                       quantity, quoted, spans)
from readings import SILENT, Stop, total


def continues(contract):
    """SA 附則 令和8年4月1日 2項: a Webゲートウェイ made by 2026-03-31 goes on without Webサンドボックス unless declared."""
    declared = contract.get("declarations", {}).get("sandbox-continuation")
    formed = contract.get("dates", {}).get("formation")
    old = contract.get("type") == "web-gateway" and formed and day(formed) <= day("2026-03-31")
    return not old or bool(declared and day(declared) <= day("2026-03-31"))


def held(contract):
    return [each for each in options_of(contract) if each["option"] != "web-sandbox" or continues(contract)]


def in_use(read, contract, option, start, on):
    """Is the option paid for on that day? MX 10条, SA 12条: from its 課金開始日, and through its end."""
    on, end = max(on, date_of(contract, start)), option_end(read, contract, option)
    return option_date(option, start) <= on and not (end and end < on)


# --- IIJ ----------------------------------------------------------------------------------------------------------

def iij_base(contract):
    """MX 別紙1の2(1) with 備考(1), SA 別紙1の2(1): what the basic service costs; accounts counted stand beside a flat fee."""
    base = quoted(contract, "base", "monthly")
    items = [base]
    if contract["service"] == "secure-access":
        items += [quoted(contract, "type-fee", "monthly")] if base is not None else []  # one line of the 別紙, one quote
    elif "accounts" in contract.get("quantities", {}) and not is_metered(base):
        items.append(quoted(contract, "accounts", "monthly"))
    return items


def iij_option(contract, option):
    return iij.price_of(quoted(contract, option["option"], "monthly"), option["option"], "monthly")


def is_whole(contract, price, name):
    """MX 別紙1備考(1)(2)(4): by the month's maximum, not prorated (F-047). SA has no such note."""
    if contract["service"] == "secure-access":
        return False
    return name == "spare-mail" or is_metered(price) and price["per"] in ("accounts", "mailing-lists")


def pieces_of_month(contract, month, share, found):
    """GEN 29条2項3号: a change inside the month divides it; a whole month stays whole, its last piece is the rest."""
    parts = [share_of_month(month, begin, until, divisor(contract)) for begin, until, _ in found]
    if share == 1:
        parts[-1] = 1 - sum(parts[:-1])
    return [(part, count) for part, (_, _, count) in zip(parts, found)]


def iij_part(read, contract, month, price, name, start, end):
    """GEN 29条2項: prorated from 課金開始日 through 解約日."""
    share = share_of_month(month, start(), end, divisor(contract))
    if not share:
        return share
    first, last = max(start(), month), min(end or last_of_month(month), last_of_month(month))
    if is_whole(contract, price(), name):
        return amount(contract, price(), functools.partial(largest, first=first, last=last))
    if not is_metered(price()):
        return share * amount(contract, price())
    pieces = pieces_of_month(contract, month, share, spans(contract, price()["per"], first, last))
    if len(pieces) > 1 and price()["per"] == "disk-gb":
        # 備考(3) speaks of the fee at the month's end alone; GEN 29条2項3号 fills the part before (F-048)
        pieces = read.choose("備考(3)", pieces, pieces[-1:])
    return sum((part * count * price()["price"] for part, count in pieces), Fraction(0))


def iij_month(read, contract, month):
    start = functools.partial(date_of, contract, "billing-start")
    parts = [functools.partial(iij_part, read, contract, month, lambda price=each: price, "base", start,
                               end_of(read, contract)) for each in iij_base(contract)]
    parts += [functools.partial(iij_part, read, contract, month, functools.partial(iij_option, contract, each),
                                each["option"], functools.partial(option_date, each, "billing-start"),
                                option_end(read, contract, each)) for each in held(contract)]
    return total(parts)


def iij_fee(contract, options, count=quantity):
    parts = [functools.partial(amount, contract, each, count) for each in iij_base(contract)]
    parts += [lambda option=each: amount(contract, iij_option(contract, option), count) for each in options]
    return total(parts)


# --- USEN ---------------------------------------------------------------------------------------------------------

def usen_part(read, contract, month, item, start, end):
    """USEN 7条1項: whole months at either end; for a change inside a month GEN 29条2項3号 and MX 別紙1備考 supplement."""
    if not usen.is_billed(month, start(), end):
        return Fraction(0)
    price = quoted(contract, item, "monthly")
    return iij_part(read, contract, month, lambda: price, item, lambda: month, None)


def usen_month(read, contract, month):
    parts = [functools.partial(usen_part, read, contract, month, "base",
                               functools.partial(date_of, contract, "service-start"), end_of(read, contract))]
    parts += [functools.partial(usen_part, read, contract, month, each["option"],
                                functools.partial(option_date, each, "service-start"), option_end(read, contract, each))
              for each in held(contract)]
    return total(parts)


def usen_fee(contract, options):
    """別記2: 基本利用料, 付加サービス利用料, as the 御見積書 says; MX 別紙1 is displaced as to amounts."""
    return total([functools.partial(amount, contract, quoted(contract, item, "monthly"))
                  for item in ["base"] + [each["option"] for each in options]])


# --- iTSCOM -------------------------------------------------------------------------------------------------------

def itscom_plan(contract):
    """別表②1: 利用料金（月額）; an individual agreement goes before the 別表."""
    price = quoted(contract, "base", "monthly")
    return amount(contract, itscom.PLANS[contract["service"]] if price is None else price)


def itscom_extras(contract, count=quantity):
    tables = {"accounts": itscom.ACCOUNTS, "disk-gb": itscom.DISK}
    return [lambda name=name, row=table[contract["service"]]: itscom.extra(count(contract, name), *row)
            for name, table in tables.items() if contract["service"] in table]


def itscom_option(contract, option, kind, count=quantity):
    name = option["option"]
    price = quoted(contract, name, kind)
    if name in itscom.UNPRICED and price is None:
        raise Stop(SILENT, unpriced=1)
    if price is None:
        price = itscom.OPTIONS[name][kind == "monthly"]
        if name in itscom.COUNTED:
            price *= option["quantity"]
    parts = [functools.partial(amount, contract, price, count)]
    if name == "mailing-list" and kind == "monthly" and "mailing-lists" in contract.get("quantities", {}):
        # ※13: a fee per list stands beside it, which the table does not price (F-206)
        parts.append(functools.partial(amount, contract, quoted(contract, "mailing-lists", "monthly"), count))
    return total(parts)


def itscom_month(read, contract, month):
    """The text prorates nothing (30条2項); ※13 and ※14 count by the month's maximum, and so is what it leaves open."""
    most = functools.partial(largest, first=month, last=last_of_month(month))

    def plan_part(part):
        start = date_of(contract, "service-start")
        return part() if itscom.plan_is_billed(read, month, start, end_of(read, contract)) else Fraction(0)

    def option_part(option):
        start, end = option_date(option, "service-start"), option_end(read, contract, option)
        billed = itscom.option_is_billed(read, month, start, end, own_end="end" in option)
        return itscom_option(contract, option, "monthly", most) if billed else Fraction(0)

    parts = [functools.partial(itscom_plan, contract)] + itscom_extras(contract, most)
    return total([functools.partial(plan_part, each) for each in parts] +
                 [functools.partial(option_part, each) for each in held(contract)])


def itscom_beside(contract, options, count=quantity):
    """All that is paid a month beside the plan."""
    return total(itscom_extras(contract, count) + [functools.partial(itscom_option, contract, each, "monthly", count)
                                                   for each in options])


# --- questions ----------------------------------------------------------------------------------------------------

def month_fee(read, contract, month):
    """What is billed for a month."""
    if contract["channel"] == "itscom":
        return itscom_month(read, contract, month)
    return (usen_month if contract["channel"] == "usen" else iij_month)(read, contract, month)


def monthly_fee(contract, options):
    """What a month costs with these options."""
    if contract["channel"] == "itscom":
        return itscom_plan(contract) + itscom_beside(contract, options)
    return (usen_fee if contract["channel"] == "usen" else iij_fee)(contract, options)


def present(read, contract):
    """The options that have not ended by the day asked about."""
    on = day(contract["as-of"])
    ends = [(each, option_end(read, contract, each)) for each in held(contract)]
    return [each for each, end in ends if not (end and end < on)]


def initial_fee(contract):
    """MX・SA 別紙1の1, USEN 別記2 一時金, ITS 別表①③."""
    base = quoted(contract, "base", "initial")
    if contract["channel"] == "itscom":
        if base is None and contract["service"] not in itscom.INITIAL:
            raise Stop(SILENT, unpriced=1)
        base = itscom.INITIAL[contract["service"]] if base is None else base
        options = [functools.partial(itscom_option, contract, each, "initial") for each in held(contract)]
    else:
        free = contract["channel"] == "iij"
        options = [lambda name=each["option"]: amount(contract, iij.price_of(
            quoted(contract, name, "initial"), name, "initial") if free else quoted(contract, name, "initial"))
            for each in held(contract)]
    return total([functools.partial(amount, contract, base)] + options)
