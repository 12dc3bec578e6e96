"""A contract as the oracle reads it: dates as dates, and what stands in the order form."""
from fractions import Fraction

from civil_code import day, plus
from readings import DELEGATED, MISSING, Stop


def given(mapping, name, place):
    """A date of the contract; one that is not given is named, never guessed."""
    if name not in mapping:
        raise Stop(MISSING, missing=[f"{place}/{name}"])
    return day(mapping[name])


def date_of(contract, name):
    return given(contract.get("dates", {}), name, "dates")


def stated_end(contract):
    end = contract.get("dates", {}).get("end")
    return day(end) if end else None


def cascade(contract):
    """MX 9条2項: the day メールボックスプラス is stopped while メーリングリスト, which is designated to it, is in use and the
    contract goes on; None where nothing of the sort happens. iTSCOM has no such rule."""
    found = {each["option"]: each for each in options_of(contract)}
    mailbox, lists = found.get("mailbox-plus", {}), found.get("mailing-list")
    if contract["channel"] == "itscom" or "end" not in mailbox or lists is None:
        return None
    on, end = day(mailbox["end"]), stated_end(contract)
    begun = all(day(lists[name]) <= on for name in ("service-start", "billing-start") if name in lists)
    still = "end" not in lists or on <= day(lists["end"])
    return on if begun and still and (end is None or on < end) else None


def end_of(read, contract):
    """The day stated; or, by the words of MX 9条2項 「…に係るIIJセキュアMXサービス契約」, the day of the cascade (F-012)."""
    end, falls = stated_end(contract), cascade(contract)
    return end if falls is None else read.choose("MX 9条2項", end, falls)


def options_of(contract):
    return contract.get("options", [])


def option_of(contract, name):
    return next(each for each in options_of(contract) if each["option"] == name)


def option_date(option, name):
    return given(option, name, f"options/{option['option']}")


def option_end(read, contract, option):
    """On its own day, with the contract, or by MX 9条2項 with メールボックスプラス (iTSCOM has no such rule)."""
    ends = [end for end in (option.get("end") and day(option["end"]), end_of(read, contract)) if end]
    if option["option"] == "mailing-list" and contract["channel"] != "itscom":
        ends += [day(each["end"]) for each in options_of(contract)
                 if each["option"] == "mailbox-plus" and "end" in each]
    return min(ends) if ends else None


def changes_of(contract, name):
    """The days from which a quantity became another."""
    return sorted((day(each["from"]), each["quantities"][name]) for each in contract.get("changes", [])
                  if name in each["quantities"])


def quantity(contract, name, on=None):
    """How many there are on a day, the one asked about where no other is meant."""
    on = on or day(contract["as-of"])
    known = [value for begin, value in changes_of(contract, name) if begin <= on]
    if not known and name not in contract.get("quantities", {}):
        raise Stop(MISSING, missing=[f"quantities/{name}"])
    return known[-1] if known else contract["quantities"][name]


def spans(contract, name, first, last):
    """`first` through `last` in pieces of one quantity: begin, end, quantity."""
    begins = [first] + [begin for begin, count in changes_of(contract, name) if first < begin <= last
                        and count != quantity(contract, name, plus(begin, -1))]
    ends = [plus(each, -1) for each in begins[1:]] + [last]
    return [(begin, end, quantity(contract, name, begin)) for begin, end in zip(begins, ends)]


def largest(contract, name, first, last):
    """請求月の最大数."""
    return max(count for _, _, count in spans(contract, name, first, last))


def quoted(contract, item, kind):
    """What the order form prices an item at: a number, {"per": …, "price": …}, or None."""
    return contract.get("order-form", {}).get("prices", {}).get(item, {}).get(kind)


def is_metered(price):
    return isinstance(price, dict)


def amount(contract, price, count=quantity):
    """A price in yen; None has been quoted by nobody (当社が別途契約者に示す金額)."""
    if price is None:
        raise Stop(DELEGATED, unpriced=1)
    if is_metered(price):
        return Fraction(count(contract, price["per"]) * price["price"])
    return Fraction(price)


def term(contract, matter):
    return contract.get("order-form", {}).get("terms", {}).get(matter)


def assumption(contract, name, default):
    return contract.get("assumptions", {}).get(name, default)


def divisor(contract):
    """日割計算式 is left to the provider: by the days of the month, or by thirty."""
    return 30 if assumption(contract, "proration", "actual-days") == "thirty-days" else None


PERIODS = {"1 month": 1, "3 months": 3, "6 months": 6, "1 year": 12, "2 years": 24, "none": 0}


def months_of(period):
    return PERIODS[period]
