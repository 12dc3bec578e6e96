"""The answer to a question about a contract: which provision governs it in that channel."""
import functools

import fees
import iij
import itscom
import usen
from civil_code import day, first_of_month, term_end
from contracts import (amount, assumption, date_of, divisor, months_of, option_date, option_of, quantity, quoted,
                       term)
from readings import CONFLICT, MISSING, SILENT, Stop, expectation

EARLIEST, LATEST, LARGEST, SMALLEST = min, max, max, min


def fact(facts, name):
    if name not in facts:
        raise Stop(MISSING, missing=[name])
    return facts[name]


def date_fact(facts, name):
    return day(fact(facts, name))


def designated(facts):
    return day(facts["designated"]) if "designated" in facts else None


def closed_days(contract):
    return {day(each) for each in assumption(contract, "closed-days", [])}


# --- minimum terms ------------------------------------------------------------------------------------------------

def term_months(read, contract, option):
    """MX 2条・7条3項, SA 3条・9条3項, USEN 9条1項・2項, ITS 12条; the order form by its rank."""
    channel, agreed = contract["channel"], term(contract, "minimum-term.length")
    if option:
        if channel == "itscom":
            raise Stop(SILENT, unpriced=1)  # 12条 speaks of the 利用契約; MX 7条3項 is no part of this contract
        read.cite(usen.USEN if channel == "usen" else iij.own_document(contract))
        return 12 if channel == "usen" else iij.OPTION_MONTHS[option]
    own = {"usen": 12, "itscom": 3, "iij": 1}[channel]
    if agreed is None or months_of(agreed) == own:
        read.cite({"usen": usen.USEN, "itscom": itscom.ITS}.get(channel) or iij.own_document(contract))
        return own
    if channel == "iij":
        raise Stop(CONFLICT)  # nothing ranks the order form with MX 2条, SA 3条
    return months_of(agreed)  # USEN 4条1項, 9条1項ただし書; with ITS an individual agreement


def term_start(contract, option):
    """MX 2条・7条3項, SA 3条・9条3項 課金開始日; USEN 9条 翌月1日; ITS 12条 提供を開始した日."""
    channel = contract["channel"]
    name = "billing-start" if channel == "iij" else "service-start"
    start = option_date(option_of(contract, option), name) if option else date_of(contract, name)
    return usen.term_start(start) if channel == "usen" else start


def minimum_term(aspect, read, contract, facts):
    option = facts.get("option")
    if aspect == "start" and not (option and contract["channel"] == "itscom"):
        if option and not term_months(read, contract, option):
            return "none"
        return term_start(contract, option)
    months = term_months(read, contract, option)
    if aspect == "length" or not months:
        return {0: "none", 1: "1 month", 12: "1 year", 24: "2 years"}.get(months, f"{months} months")
    return term_end(term_start(contract, option), months)


# --- endings ------------------------------------------------------------------------------------------------------

def termination_effect(read, contract, facts):
    notice, wish, channel = date_fact(facts, "notice"), designated(facts), contract["channel"]
    if facts.get("ground") == "customer-special":
        if channel == "itscom":
            read.cite(itscom.ITS)
            return iij.special_ending(notice, wish)  # ITS 25条2項 says the same as GEN 28条2項
        if channel == "iij" or usen.special_survives(read):
            read.cite(iij.GEN)
            return iij.special_ending(notice, wish)
    if channel == "itscom":
        read.cite(itscom.ITS)
        return itscom.ending(read, date_of(contract, "service-start"), notice, closed_days(contract), wish)
    if channel == "usen":
        read.cite(usen.USEN)
        return usen.ending(read, notice, wish)
    read.cite(iij.own_document(contract))
    return iij.ending(notice, wish)


def termination_notice(read, contract, facts):
    effect, channel = date_fact(facts, "effect"), contract["channel"]
    if facts.get("ground") == "customer-special":
        if channel == "itscom":
            read.cite(itscom.ITS)
            return effect
        if channel == "iij" or usen.special_survives(read):
            read.cite(iij.GEN)
            return effect
    if channel == "itscom":
        read.cite(itscom.ITS)
        return itscom.latest_notice(read, functools.partial(date_of, contract, "service-start"), effect,
                                    closed_days(contract))
    if channel == "usen":
        read.cite(usen.USEN)
        return usen.latest_notice(read, effect)
    read.cite(iij.own_document(contract))
    return iij.latest_notice(effect)


def option_effect(read, contract, facts):
    notice, wish = date_fact(facts, "notice"), designated(facts)
    if contract["channel"] == "itscom":
        read.cite(itscom.ITS)
        return itscom.option_ending(notice, wish)
    if contract["channel"] == "usen":
        read.cite(usen.USEN)
        return usen.ending(read, notice, wish)
    read.cite(iij.own_document(contract))
    return iij.ending(notice, wish)


def option_notice(read, contract, facts):
    effect = date_fact(facts, "effect")
    if contract["channel"] == "itscom":
        read.cite(itscom.ITS)
        return itscom.option_latest_notice(effect)
    if contract["channel"] == "usen":
        read.cite(usen.USEN)
        return usen.latest_notice(read, effect)
    read.cite(iij.own_document(contract))
    return iij.latest_notice(effect)


# --- what an early end costs --------------------------------------------------------------------------------------

def as_at(end):
    """SA 別紙2: 解約日現在の契約アカウント数; the others leave it open (F-015)."""
    return functools.partial(quantity, on=end)


def early_charge(read, contract, facts):
    channel, option = contract["channel"], facts.get("option")
    ground = facts.get("ground", "customer-notice")
    if option and channel == "itscom":
        raise Stop(SILENT, unpriced=1)  # 33条 speaks of the 利用契約
    if channel == "iij":
        return iij_charge(read, contract, option, facts, ground)
    if channel == "usen":
        return usen_charge(read, contract, option, facts, ground)
    read.cite(itscom.ITS)
    months = term_months(read, contract, None)
    if not months:
        return 0
    end = date_fact(facts, "end")
    using = [each for each in fees.held(contract) if fees.in_use(read, contract, each, "service-start", end)]
    return itscom.charge(read, term_start(contract, None), months, end,
                         functools.partial(fees.itscom_plan, contract),
                         functools.partial(fees.itscom_beside, contract, using, as_at(end)))


def iij_charge(read, contract, option, facts, ground):
    """MX 11条・別紙2, SA 13条・別紙2."""
    read.cite(iij.own_document(contract))
    if option:
        if not iij.option_charge_is_due(read, ground):
            return 0
    elif not iij.main_charge_is_due(ground):
        return 0
    months = term_months(read, contract, option)
    if not months:
        return 0
    end = date_fact(facts, "end")
    rest = iij.residual(read, term_start(contract, option), months, end, divisor(contract))
    if not rest:
        return 0
    if option:
        return rest * amount(contract, fees.iij_option(contract, option_of(contract, option)), as_at(end))
    using = []
    if contract["service"] == "secure-mx":  # SA 別紙2 names 2(1) only; MX 2(1) and (2), or not the options twice (F-014)
        paid = [each for each in fees.held(contract) if fees.in_use(read, contract, each, "billing-start", end)]
        using = read.choose("別紙1の2", paid, [])
    return rest * fees.iij_fee(contract, using, as_at(end))


def usen_charge(read, contract, option, facts, ground):
    """USEN 9条1項・2項: 基本利用料金, or that of the option."""
    read.cite(usen.USEN)
    if ground not in usen.CHARGED:
        return 0
    months = term_months(read, contract, option)
    if not months:
        return 0
    end = date_fact(facts, "end")
    rest = usen.residual(read, term_start(contract, option), months, end, ground, divisor(contract))
    return rest and rest * amount(contract, quoted(contract, option or "base", "monthly"), as_at(end))


# --- money --------------------------------------------------------------------------------------------------------

def cite_prices(read, contract):
    if contract["channel"] != "itscom":
        read.cite(usen.USEN if contract["channel"] == "usen" else iij.own_document(contract))
    elif quoted(contract, "base", "monthly") is None:  # else the order form stands in the place of the 別表
        read.cite(itscom.ITS)


def monthly(read, contract, facts):
    if "month" not in facts:
        cite_prices(read, contract)
        return fees.monthly_fee(contract, fees.present(read, contract))
    fee = fees.month_fee(read, contract, first_of_month(day(facts["month"] + "-01")))
    if fee:
        cite_prices(read, contract)
    return fee


def initial(read, contract, facts):
    fee = fees.initial_fee(contract)
    cite_prices(read, contract)
    return fee


def late(read, contract, facts):
    due, paid = date_fact(facts, "due"), date_fact(facts, "paid")
    if contract["channel"] == "itscom":
        read.cite(itscom.ITS)
        return itscom.late_charge(read, functools.partial(fact, facts, "amount"), due, paid)
    read.cite(iij.GEN)
    return iij.late_charge(read, functools.partial(fact, facts, "amount"), (paid - due).days)


def surcharge(read, contract, facts):
    if contract["channel"] == "itscom":
        read.cite(itscom.ITS)
        return itscom.surcharge(fact(facts, "evaded"), fact(facts, "evaded-tax"))
    read.cite(iij.GEN)
    return iij.surcharge(fact(facts, "evaded"))


def credit(read, contract, facts):
    hours = fact(facts, "hours")
    if contract["channel"] == "itscom":
        read.cite(itscom.ITS)
        return itscom.credit(hours, functools.partial(fees.itscom_plan, contract))
    read.cite(iij.own_document(contract))  # USEN 14条2項, 3条: MX 13条 supplements
    return iij.credit(hours, functools.partial(fees.monthly_fee, contract, fees.present(read, contract)))


# --- deadlines ----------------------------------------------------------------------------------------------------

def claim_deadline(read, contract, facts):
    """MX 13条, SA 14条, ITS 37条ただし書: the same words."""
    read.cite(itscom.ITS if contract["channel"] == "itscom" else iij.own_document(contract))
    return iij.claim_deadline(date_fact(facts, "accrued"))


def before(own, general, read, contract, facts):
    read.cite(itscom.ITS if contract["channel"] == "itscom" else iij.GEN)
    if contract["channel"] == "itscom":
        return itscom.notice_before(read, date_fact(facts, "effect"), **own)
    return iij.notice_before(read, date_fact(facts, "effect"), **general)


def change_request(read, contract, facts):
    if contract["channel"] != "itscom":
        raise Stop(SILENT, unpriced=1)  # MX 8条, SA 8条 name no time, and USEN none
    read.cite(itscom.ITS)
    return itscom.notice_before(read, date_fact(facts, "effect"), days=14)


QUESTIONS = {
    "minimum-term.length": (functools.partial(minimum_term, "length"), LATEST),
    "minimum-term.start": (functools.partial(minimum_term, "start"), LATEST),
    "minimum-term.end": (functools.partial(minimum_term, "end"), LATEST),
    "customer-termination.effect": (termination_effect, LATEST),
    "customer-termination.latest-notice": (termination_notice, EARLIEST),
    "option-termination.effect": (option_effect, LATEST),
    "option-termination.latest-notice": (option_notice, EARLIEST),
    "early-termination-charge": (early_charge, LARGEST),
    "fee.initial": (initial, LARGEST),
    "fee.monthly": (monthly, LARGEST),
    "late-charge": (late, LARGEST),
    "surcharge": (surcharge, LARGEST),
    "outage-credit": (credit, SMALLEST),
    "outage-credit.claim-deadline": (claim_deadline, EARLIEST),
    "interruption-notice.latest": (functools.partial(before, {"days": 7}, {"days": 14}), EARLIEST),
    "discontinuation-notice.latest": (functools.partial(before, {"months": 3}, {"months": 3}), EARLIEST),
    "change-request.latest": (change_request, EARLIEST),
}


def answer(contract, question, facts):
    function, worst = QUESTIONS[question]
    return expectation(lambda read: function(read, contract, facts), worst=worst,
                       rounding=assumption(contract, "yen-rounding", "unspecified"))
