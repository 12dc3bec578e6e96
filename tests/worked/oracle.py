#!/usr/bin/env python3
"""oracle.py [FILE]: works out contract questions by hand and writes them as worked cases (default: more-cases.json).

It knows nothing of the program, of its YAML or of its rule language. The provisions of the published texts are those
of ../oracle (iij.py, usen.py, itscom.py, civil_code.py), written down a second time in Python; where a text allows
several readings `values` gives all of them, the preferred one first. The names of documents:

    GEN  IIJ 一般規程 2026-02-01       MX  IIJ 個別規程 セキュアMX 2025-04-01    SA  個別規程 セキュアアクセス 2026-04-01
    USEN USEN約款 2024-10-30           ITS iTSCOM 約款 2024-03-01

Money is whole yen or an exact fraction. Where no provision rounds, the answer is `delegated` and both usual roundings
are among the readings.
"""
import datetime
import json
import math
import pathlib
import sys
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))

import iij as iij_terms
import itscom as itscom_terms
import usen as usen_terms
from civil_code import (counted_back, day, elapses, first_of_month, last_of_month, plus, share_of_month,
                        term_end)
from readings import CONFLICT, DELEGATED, MISSING, REFUSED, SILENT, half_up, values

NO_VALUE = (REFUSED, SILENT, DELEGATED, MISSING, CONFLICT)

# What the contracts of iTSCOM assume beside weekends and national holidays.
CLOSED = {day(f"{year}-{rest}") for year in range(2025, 2030) for rest in ("12-29", "12-30", "12-31")} | {
    day(f"{year}-{rest}") for year in range(2026, 2031) for rest in ("01-02", "01-03")}


# --- answers ------------------------------------------------------------------------------------------------------

def plain(value):
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else None
    return value


def expect(readings, *, safe=None, rounding="", cites=()):
    """What the readings come to. `safe` picks among all values; `rounding` is the provision's or the assumption's."""
    outcomes = []
    for reading in readings:
        if isinstance(reading, (int, Fraction)):
            reading = Fraction(reading)
            if rounding == "truncate":
                reading = Fraction(math.floor(reading))
            elif rounding == "half-up":
                reading = Fraction(half_up(reading))
        if reading not in outcomes:
            outcomes.append(reading)
    answer = {}
    first = outcomes[0]
    fractional = [each for each in outcomes if isinstance(each, Fraction) and each.denominator != 1]
    if len(outcomes) > 1:
        answer["status"] = "ambiguous"
    elif first in NO_VALUE:
        answer["status"] = first
    else:
        answer["status"] = DELEGATED if fractional else "effective"
    known = [each for each in outcomes if each not in NO_VALUE]
    if first in known:
        answer["value"] = plain(first)
    else:
        answer["value"] = None
    also = [plain(each) for each in known if each != first and plain(each) is not None]
    for each in fractional:
        also += [math.floor(each), half_up(each)]
    if also:
        answer["also"] = also
    if len(outcomes) > 1:
        if len(known) < len(outcomes):
            answer["safe"] = None  # under some reading there is no value at all
        elif safe and not fractional:
            answer["safe"] = plain(safe(known))
    elif first in known and not fractional and not isinstance(first, str):
        answer["safe"] = plain(first)
    if cites:
        answer["cites"] = list(cites)
    return answer


# --- contracts ----------------------------------------------------------------------------------------------------

AS_OF = "2026-11-21"


def contract(channel, service, dates, **more):
    result = {"contract": "C-9", "channel": channel, "service": service, "as-of": AS_OF, "dates": dates}
    if channel == "itscom":
        result["assumptions"] = {"closed-days": sorted(each.isoformat() for each in CLOSED)}
        result["quantities"] = {"accounts": 10, "disk-gb": 10}
    for key, value in more.items():
        key = key.replace("_", "-")
        if key in ("quantities", "assumptions", "dates") and key in result:
            result[key] = {**result[key], **value}
        else:
            result[key] = value
    return result


def iij(start, **more):
    return contract("iij", "secure-mx", {"service-start": start, "billing-start": start}, **more)


def access(kind, start, accounts=50, **more):
    return contract("iij", "secure-access", {"service-start": start, "billing-start": start}, type=kind,
                    quantities={"accounts": accounts}, **more)


def usen(start, **more):
    return contract("usen", "secure-mx", {"service-start": start}, **more)


def itscom(start, service="mail-secure-mx", **more):
    return contract("itscom", service, {"service-start": start}, **more)


def prices(**monthly):
    return {"order_form": {"prices": {item.replace("_", "-"): {"monthly": price} for item, price in monthly.items()}}}


def ended(of, end):
    return {**of, "dates": {**of["dates"], "end": end}} if end else of


CASES = []


def case(name, of, question, facts, expected, why):
    CASES.append({"id": name, "contract": of, "question": question, "facts": facts, "expect": expected, "why": why})


MX, SA, GEN, USEN, ITS = ("iij/secure-mx",), ("iij/secure-access",), ("iij/general",), ("usen/secure-mx",), (
    "itscom/server-hosting",)


# --- minimum terms ------------------------------------------------------------------------------------------------

def minimum_terms():
    # MX 2条: 1ヶ月 from 課金開始日.
    for start in ("2026-12-31", "2027-01-01", "2027-01-30", "2028-01-30", "2028-02-01", "2026-10-31", "2027-02-14",
                  "2027-12-01"):
        case(f"MT-mx-{start}", iij(start), "minimum-term.end", {}, expect([term_end(day(start), 1)], cites=MX),
             "MX 2条, 民法143条")
    # SA 3条: the same for every type.
    for kind, start in (("web-gateway", "2027-01-29"), ("firewall-1", "2026-06-30"), ("firewall-2", "2028-01-31")):
        case(f"MT-sa-{kind}", access(kind, start), "minimum-term.end", {}, expect([term_end(day(start), 1)], cites=SA),
             "SA 3条, 民法143条")
    for kind in ("private-connect", "remote-connect"):
        case(f"MT-sa-{kind}", access(kind, "2026-08-31", holds=["secure-access/firewall-2"]), "minimum-term.end", {},
             expect([day("2026-09-30")], cites=SA), "SA 3条; 民法143条2項ただし書")
    # SA 9条3項: 専用IPアドレス has none.
    case("MT-sa-dedicated-ip", access("firewall-1", "2026-06-01", options=[
        {"option": "dedicated-ip", "billing-start": "2026-06-10"}]), "minimum-term.end", {"option": "dedicated-ip"},
        expect(["none"], cites=SA), "SA 9条3項後段")
    # MX 7条3項: the option's own 課金開始日.
    for option, months, start in (("dox-link", 1, "2026-08-31"), ("mailbox-plus", 1, "2027-01-31"),
                                  ("account-api", 1, "2026-11-30"), ("spare-mail", 1, "2028-01-31"),
                                  ("sandbox", 1, "2027-05-31"), ("advanced-archive", 12, "2027-03-01"),
                                  ("advanced-archive", 12, "2026-12-31"), ("advanced-archive", 12, "2027-02-28")):
        of = iij("2026-04-01", options=[{"option": option, "billing-start": start}], holds=["iij-dox"])
        case(f"MT-mxopt-{option}-{start}", of, "minimum-term.end", {"option": option},
             expect([term_end(day(start), months)], cites=MX), "MX 7条3項")
    # USEN 9条1項: 1年 from the 1st of the month after 提供開始日.
    for start in ("2026-02-28", "2027-01-30", "2028-02-29", "2027-02-01", "2026-11-30"):
        first = first_of_month(day(start), 1)
        case(f"MT-usen-{start}", usen(start), "minimum-term.end", {}, expect([term_end(first, 12)], cites=USEN),
             "USEN 9条1項")
    # USEN 9条2項: 準ずる, on the option's own 提供開始日.
    for option, start in (("advanced-archive", "2026-07-10"), ("sandbox", "2027-01-31"), ("account-api", "2026-12-01"),
                          ("omnibus-link", "2026-09-30")):
        of = usen("2026-04-15", options=[{"option": option, "service-start": start},
                                         {"option": "mailbox-plus", "service-start": "2026-04-15"}])
        case(f"MT-usenopt-{option}", of, "minimum-term.end", {"option": option},
             expect([term_end(first_of_month(day(start), 1), 12)], cites=USEN), "USEN 9条2項")
    # USEN 4条1項: what the 御見積書 says goes first, the rest of 9条1項 stays.
    case("MT-usen-2y", usen("2026-04-15", order_form={"terms": {"minimum-term.length": "2 years"}}),
         "minimum-term.end", {}, expect([day("2028-04-30")]), "USEN 4条1項, 9条1項ただし書; the start stays")
    case("MT-usen-start", usen("2026-04-15", order_form={"terms": {"minimum-term.start": "service-start"}}),
         "minimum-term.end", {}, expect([day("2027-04-14")]), "the order form moves the start, the length stays")
    # GEN 10条 does not rank the order form inside the contract.
    case("CF-iij-length", iij("2026-04-15", order_form={"terms": {"minimum-term.length": "6 months"}}),
         "minimum-term.length", {}, expect([CONFLICT]), "the order form contradicts MX 2条 and nothing ranks them")
    case("CF-iij-end", iij("2026-04-15", order_form={"terms": {"minimum-term.length": "6 months"}}),
         "minimum-term.end", {}, expect([CONFLICT]), "what follows from a conflict is one")
    case("CF-iij-agree", iij("2026-04-15", order_form={"terms": {"minimum-term.length": "1 month"}}),
         "minimum-term.end", {}, expect([day("2026-05-14")], cites=MX), "values that agree displace nobody")
    case("CF-sa-length", access("firewall-1", "2026-06-01", order_form={"terms": {"minimum-term.length": "1 year"}}),
         "minimum-term.length", {}, expect([CONFLICT]), "as with MX: SA 3条 and the order form are not ranked")
    # ITS 12条: 3ヶ月 from the day the service began.
    for start, service in (("2026-11-30", "mail-secure-mx"), ("2027-11-29", "mail-secure-mx"), ("2026-12-01", "www"),
                           ("2026-05-31", "pack-secure-mx")):
        case(f"MT-its-{start}", itscom(start, service), "minimum-term.end", {},
             expect([term_end(day(start), 3)], cites=ITS), "ITS 12条")
    case("MT-its-of", itscom("2026-04-15", order_form={"terms": {"minimum-term.length": "1 year"}}),
         "minimum-term.end", {}, expect([day("2027-04-14")]), "an individual agreement goes before the 約款")
    for option in ("mail-audit", "mailing-list", "private-relay"):
        case(f"MT-itsopt-{option}", itscom("2026-04-15", options=[{"option": option, "service-start": "2026-04-15"}]),
             "minimum-term.length", {"option": option}, expect([SILENT]),
             "ITS has no minimum term of options; MX 7条3項 is no part of this contract")
    case("MI-mxopt", iij("2026-04-15", options=[{"option": "sandbox"}]), "minimum-term.end", {},
         expect([day("2026-05-14")], cites=MX), "an option's missing dates do not touch the contract's own term")
    case("MI-usen", contract("usen", "secure-mx", {"application": "2026-03-20"}), "minimum-term.start", {},
         expect([MISSING]), "提供開始日 is not given")
    case("MI-its", contract("itscom", "mail-secure-mx", {"application": "2026-03-20"}), "minimum-term.end", {},
         expect([MISSING]), "the day the service began is not given")


# --- endings ------------------------------------------------------------------------------------------------------

def iij_effect(notice, designated=None):
    return iij_terms.ending(day(notice), designated and day(designated))


def usen_effects(notice, designated=None):
    return values(lambda read: usen_terms.ending(read, day(notice), designated and day(designated)))


def usen_latest(effect):
    return values(lambda read: usen_terms.latest_notice(read, day(effect)))


def itscom_effects(start, notice, designated=None):
    return values(lambda read: itscom_terms.ending(read, day(start), day(notice), CLOSED,
                                                   designated and day(designated)))


def itscom_latest(start, effect):
    return values(lambda read: itscom_terms.latest_notice(read, lambda: day(start), day(effect), CLOSED))


def terminations():
    for notice, designated in (("2026-06-10", None), ("2026-12-02", None), ("2027-01-29", None), ("2028-01-31", None),
                               ("2026-06-10", "2026-07-10"), ("2026-06-10", "2026-07-11"), ("2026-06-10",
                               "2026-06-12")):
        facts = {"notice": notice, **({"designated": designated} if designated else {})}
        case(f"CT-mx-{notice}-{designated}", iij("2026-04-15"), "customer-termination.effect", facts,
             expect([iij_effect(notice, designated)], cites=MX), "MX 9条1項, 民法140条・141条")
    case("CT-sa-effect", access("remote-connect", "2026-04-15", holds=["secure-access/web-gateway"]),
         "customer-termination.effect", {"notice": "2027-02-01"}, expect([day("2027-03-03")], cites=SA), "SA 11条")
    for effect in ("2027-03-02", "2028-03-01", "2026-05-15"):
        case(f"CT-mxl-{effect}", iij("2026-04-15"), "customer-termination.latest-notice", {"effect": effect},
             expect([plus(day(effect), -30)], cites=MX), "MX 9条1項 the other way round")
    case("CT-mx-holiday", iij("2026-04-15"), "customer-termination.effect", {"notice": "2026-12-02"},
         expect([day("2027-01-01")], cites=MX), "no shift for a holiday: 営業日 (GEN 3条) is used nowhere")
    # GEN 28条2項: on arrival; 28条3項: on the day of the discontinuation.
    for name, of in (("mx", iij("2026-04-15")), ("sa", access("firewall-2", "2026-04-15"))):
        case(f"CT-special-{name}", of, "customer-termination.effect",
             {"notice": "2026-08-10", "ground": "customer-special"}, expect([day("2026-08-10")], cites=GEN),
             "GEN 28条2項: 到達した日に")
        case(f"CT-specl-{name}", of, "customer-termination.latest-notice",
             {"effect": "2026-08-31", "ground": "customer-special"}, expect([day("2026-08-31")], cites=GEN),
             "GEN 28条2項: no time between notice and effect")
    # USEN: 28条2項 survives (preferred), or 10条1項 takes every ending of the customer's in.
    case("CT-special-usen", usen("2025-04-15"), "customer-termination.effect",
         {"notice": "2026-08-10", "ground": "customer-special"},
         expect([day("2026-08-10")] + usen_effects("2026-08-10"), safe=max),
         "GEN 28条2項 supplements; 10条1項 is without limit in words")
    case("CT-special-its", itscom("2026-04-15"), "customer-termination.effect",
         {"notice": "2026-05-20", "ground": "customer-special"}, expect([day("2026-05-20")], cites=ITS),
         "ITS 25条2項: on arrival, the three months do not matter")
    for effect in ("2027-05-31", "2028-04-30", "2027-12-31", "2028-02-29"):
        case(f"CT-usenl-{effect}", usen("2025-04-15"), "customer-termination.latest-notice", {"effect": effect},
             expect(usen_latest(effect), safe=min, cites=USEN), "USEN 10条1項")
    case("RF-usen", usen("2025-04-15"), "customer-termination.latest-notice", {"effect": "2027-05-15"},
         expect([REFUSED], cites=USEN), "解除月: the contract ends with a month (7条1項)")
    for notice, designated in (("2026-08-31", None), ("2026-12-31", None), ("2026-08-02", None),
                               ("2026-08-01", "2026-12-10"), ("2026-08-15", "2026-09-30")):
        facts = {"notice": notice, **({"designated": designated} if designated else {})}
        case(f"CT-usene-{notice}-{designated}", usen("2025-04-15"), "customer-termination.effect", facts,
             expect(usen_effects(notice, designated), safe=max, cites=USEN),
             "USEN 10条1項")
    for effect in ("2027-01-31", "2028-05-31", "2028-01-31", "2027-07-31", "2026-03-31"):
        case(f"CT-itsl-{effect}", itscom("2025-04-15"), "customer-termination.latest-notice", {"effect": effect},
             expect(itscom_latest("2025-04-15", effect), safe=min, cites=ITS), "ITS 25条1項, business days")
    for effect in ("2026-05-31", "2026-06-30"):
        case(f"CT-itsin-{effect}", itscom("2026-04-15"), "customer-termination.latest-notice", {"effect": effect},
             expect(itscom_latest("2026-04-15", effect), cites=ITS),
             "inside the three months: refused as plainly meant, allowed as printed")
    case("CT-itsl-edge", itscom("2026-04-30"), "customer-termination.latest-notice", {"effect": "2026-07-31"},
         expect(itscom_latest("2026-04-30", "2026-07-31"), cites=ITS), "2026-07-29 is the last of the three months")
    for start, notice, designated in (("2025-04-15", "2026-05-29", None), ("2025-04-15", "2026-05-30", None),
                                      ("2025-04-15", "2026-12-28", None), ("2025-04-15", "2026-12-29", None),
                                      ("2025-04-15", "2026-06-10", "2026-12-10"), ("2026-02-01", "2026-02-10", None),
                                      ("2026-01-31", "2026-02-10", None)):
        facts = {"notice": notice, **({"designated": designated} if designated else {})}
        case(f"CT-itse-{start}-{notice}-{designated}", itscom(start), "customer-termination.effect", facts,
             expect(itscom_effects(start, notice, designated), safe=max, cites=ITS), "ITS 25条1項")
    case("MI-notice", iij("2026-04-15"), "customer-termination.effect", {}, expect([MISSING]), "no notice is given")


def option_terminations():
    def held(option, channel, **dates):
        return {"options": [{"option": option, **dates}]}
    mx = iij("2026-04-15", **held("advanced-archive", "iij", **{"billing-start": "2026-04-15"}))
    for notice, designated in (("2027-01-30", None), ("2028-01-30", None), ("2026-06-10", "2026-08-31")):
        facts = {"option": "advanced-archive", "notice": notice, **({"designated": designated} if designated else {})}
        case(f"OP-mx-{notice}", mx, "option-termination.effect", facts, expect([iij_effect(notice, designated)],
             cites=MX),
             "MX 7条4項")
    sa = access("web-gateway", "2026-06-01", **held("web-sandbox", "iij", **{"billing-start": "2026-06-01"}))
    case("OP-sa", sa, "option-termination.latest-notice", {"option": "web-sandbox", "effect": "2026-12-31"},
         expect([day("2026-12-01")], cites=SA), "SA 9条4項")
    us = usen("2025-04-15", **held("mail-audit", "usen", **{"service-start": "2025-04-15"}))
    case("OP-usene", us, "option-termination.effect", {"option": "mail-audit", "notice": "2026-11-01"},
         expect(usen_effects("2026-11-01"), safe=max, cites=USEN), "USEN 10条2項")
    case("OP-usenl", us, "option-termination.latest-notice", {"option": "mail-audit", "effect": "2028-02-29"},
         expect(usen_latest("2028-02-29"), safe=min, cites=USEN), "USEN 10条2項")
    its = itscom("2025-04-15", **held("sandbox", "itscom", **{"service-start": "2025-04-15"}))
    # ITS 17条2項: on the 1st; the application by the end of the month before last, no shift for closed days.
    for notice in ("2026-02-28", "2026-05-01", "2026-10-31", "2027-12-31"):
        effect = first_of_month(day(notice), 2)
        case(f"OP-itse-{notice}", its, "option-termination.effect", {"option": "sandbox", "notice": notice},
             expect([effect], cites=ITS), "ITS 17条2項")
    for effect in ("2026-07-01", "2028-04-01", "2026-03-01"):
        case(f"OP-itsl-{effect}", its, "option-termination.latest-notice", {"option": "sandbox", "effect": effect},
             expect([last_of_month(day(effect), -2)], cites=ITS), "ITS 17条2項: no shift, even on a Sunday")
    case("RF-itsopt-end", its, "option-termination.latest-notice", {"option": "sandbox", "effect": "2026-06-30"},
         expect([REFUSED], cites=ITS), "only on the first of a month, not on its last day")


# --- what an early end costs --------------------------------------------------------------------------------------

def iij_charge(start, end, base, options=0, ground="customer-notice", months=1, divisor=None):
    """MX 11条1項, 別紙2第1項: the options in it or not, by days or by months begun."""
    def charge(read):
        if not iij_terms.main_charge_is_due(ground):
            return 0
        fee = read.choose("別紙1の2", base + options, base)
        return fee * iij_terms.residual(read, day(start), months, day(end), divisor)
    return values(charge)


def early_terminations():
    for start, end, base, more in (
            ("2026-04-01", "2026-04-15", 30000, {}), ("2026-05-15", "2026-05-31", 31000, {}),
            ("2026-05-01", "2026-05-31", 31000, {}), ("2026-05-01", "2026-06-30", 31000, {}),
            ("2026-05-01", "2026-05-20", 31000, {"ground": "customer-special"}),
            ("2026-05-01", "2026-05-20", 31000, {"ground": "provider"}),
            ("2026-05-01", "2026-05-20", 31000, {"ground": "provider-immediate"}),
            ("2027-01-28", "2027-01-28", 31000, {}), ("2027-01-15", "2027-01-17", 28000, {})):
        ground = more.get("ground", "customer-notice")
        case(f"ET-mx-{start}-{end}-{ground}", iij(start, **prices(base=base)), "early-termination-charge",
             {"end": end, **more}, expect(iij_charge(start, end, base, ground=ground), safe=max),
             "MX 11条1項, 別紙2第1項; months begun are counted by 民法143条")
    case("ET-mx-before", contract("iij", "secure-mx", {"service-start": "2026-04-10", "billing-start": "2026-05-01"},
                                  **prices(base=31000)), "early-termination-charge", {"end": "2026-04-20"},
         expect([31000]), "ended before 課金開始日: the residual cannot be longer than the term, which is May")
    case("ET-mx-options", iij("2026-06-01", options=[{"option": "sandbox", "billing-start": "2026-06-01"}],
                              **prices(base=30000, sandbox=6000)), "early-termination-charge", {"end": "2026-06-20"},
         expect(iij_charge("2026-06-01", "2026-06-20", 30000, 6000), safe=max), "別紙1の2 holds base and options (F-014)")
    case("ET-mx-thirty", iij("2026-05-01", assumptions={"proration": "thirty-days"}, **prices(base=30000)),
         "early-termination-charge", {"end": "2026-05-21"}, expect(iij_charge("2026-05-01", "2026-05-21", 30000,
         divisor=30),
         safe=max), "ten days of thirty")
    case("ET-mx-delegated", iij("2026-05-01"), "early-termination-charge", {"end": "2026-05-20"}, expect([DELEGATED]),
         "別途示す金額: nobody has quoted it")
    # MX 11条2項, 別紙2第2項: the option's own term and fee; no carve-out as printed.
    for option, start, end, price, months in (("advanced-archive", "2026-04-01", "2026-12-31", 12000, 12),
                                              ("advanced-archive", "2026-04-01", "2027-03-31", 12000, 12),
                                              ("mail-audit", "2026-06-01", "2026-06-15", 6000, 1)):
        of = iij("2026-04-01", options=[{"option": option, "billing-start": start}], order_form={
            "prices": {"base": {"monthly": 30000}, option: {"monthly": price}}})
        case(f"ET-mxopt-{option}-{end}", of, "early-termination-charge", {"end": end, "option": option},
             expect(iij_charge(start, end, price, months=months), safe=max), "MX 11条2項, 別紙2第2項")
    case("ET-mxopt-carve", iij("2026-04-01", options=[{"option": "advanced-archive", "billing-start": "2026-04-01"}],
                               **prices(base=30000, advanced_archive=12000)), "early-termination-charge",
         {"end": "2026-12-31", "option": "advanced-archive", "ground": "customer-special"},
         expect([36000, 0], safe=max), "11条2項 has no carve-out (F-013); by analogy not due")
    case("ET-mxopt-none", iij("2026-04-01", options=[{"option": "setup-consulting", "billing-start": "2026-04-01"}]),
         "early-termination-charge", {"end": "2026-04-02", "option": "setup-consulting"}, expect([0], cites=MX),
         "no minimum term, nothing left of it")
    # SA 13条1項, 別紙2: 別紙1の2(1) only, by the accounts at 解約日.
    case("ET-sa-accounts", access("firewall-1", "2026-06-01", 60, changes=[{"from": "2026-06-10", "quantities": {
        "accounts": 70}}], order_form={"prices": {"base": {"monthly": {"per": "accounts", "price": 300}}}}),
        "early-termination-charge", {"end": "2026-06-20"},
        expect(iij_charge("2026-06-01", "2026-06-20", 70 * 300), safe=max, cites=SA), "別紙2: accounts as at 解約日")
    case("ET-sa-typefee", access("remote-connect", "2026-06-01", 50, holds=["secure-access/firewall-1"], order_form={
        "prices": {"base": {"monthly": 15000}, "type-fee": {"monthly": {"per": "accounts", "price": 90}}}}),
        "early-termination-charge", {"end": "2026-06-10"},
        expect(iij_charge("2026-06-01", "2026-06-10", 15000 + 50 * 90), safe=max), "both components of 別紙1の2(1)")
    case("ET-sa-option", access("web-gateway", "2026-06-01", 50, options=[
        {"option": "web-sandbox", "billing-start": "2026-06-01"}], order_form={"prices": {
            "base": {"monthly": 30000}, "web-sandbox": {"monthly": {"per": "accounts", "price": 60}}}}),
        "early-termination-charge", {"end": "2026-06-20"}, expect(iij_charge("2026-06-01", "2026-06-20", 30000),
        safe=max),
        "別紙2 13条1項関係 names (1) only: the option is not in it")
    case("ET-sa-special", access("web-gateway", "2026-06-01", 50, **prices(base=30000)), "early-termination-charge",
         {"end": "2026-06-20", "ground": "customer-special"}, expect([0]), "SA 13条1項括弧書")


def usen_charge(start, end, base, ground="customer-notice", months=12):
    first = usen_terms.term_start(day(start))
    return values(lambda read: base * usen_terms.residual(read, first, months, day(end), ground))


def itscom_charge(start, end, fee, beside=0):
    return values(lambda read: itscom_terms.charge(read, day(start), 3, day(end), lambda: fee, lambda: beside))


def reseller_charges():
    for start, end, base, ground in (
            ("2026-04-15", "2027-03-31", 30000, "customer-notice"), ("2026-04-15", "2027-04-30", 30000,
            "customer-notice"),
            ("2026-04-15", "2026-12-15", 31000, "customer-notice"), ("2026-04-15", "2026-04-20", 30000,
            "anti-social-forces"),
            ("2026-04-15", "2026-10-31", 28000, "provider-after-demand"),
            ("2026-04-15", "2026-10-31", 28000, "customer-special"), ("2026-04-15", "2026-10-31", 28000,
            "discontinuation"),
            ("2026-04-15", "2026-10-31", 28000, "provider-immediate"), ("2026-02-28", "2027-01-31", 30000,
            "customer-notice")):
        case(f"ET-usen-{end}-{ground}", usen(start, **prices(base=base)), "early-termination-charge",
             {"end": end, "ground": ground}, expect(usen_charge(start, end, base, ground), safe=max, cites=USEN),
             "USEN 9条1項")
    case("ET-usen-nooptions", usen("2026-04-15", options=[{"option": "sandbox", "service-start": "2026-04-15"}],
                                   **prices(base=30000, sandbox=7000)), "early-termination-charge",
                                   {"end": "2026-12-31"},
         expect([120000], cites=USEN), "基本利用料金: 付加サービス利用料 is not in it")
    case("ET-usen-accounts", usen("2026-04-15", quantities={"accounts": 25}, order_form={"prices": {
        "base": {"monthly": {"per": "accounts", "price": 1000}}}}), "early-termination-charge", {"end": "2027-02-28"},
        expect([50000], cites=USEN), "25 accounts at 1,000 for March and April")
    case("ET-usenopt", usen("2026-04-15", options=[{"option": "advanced-archive", "service-start": "2026-08-10"}],
                            **prices(base=30000, advanced_archive=12000)), "early-termination-charge",
         {"end": "2027-04-30", "option": "advanced-archive"}, expect([48000], cites=USEN),
         "USEN 9条2項: 2026-09-01 to 2027-08-31, four months are left")
    case("ET-usenopt-order", usen("2026-04-15", options=[{"option": "dr", "service-start": "2026-04-15"}],
                                  **prices(base=30000, dr=2000)), "early-termination-charge",
         {"end": "2026-12-31", "option": "dr"}, expect([8000], cites=USEN),
         "an option the base does not know: 9条2項 too")
    # ITS 33条: 利用料金（月額） of the residual by days, or by months begun; or all monthly fees. 28条3項 truncates.
    for start, end, service, fee in (("2026-04-15", "2026-05-31", "mail-secure-mx", 4500),
                                     ("2026-04-15", "2026-04-30", "pack-secure-mx", 13000),
                                     ("2026-02-01", "2026-03-31", "mail-secure-mx", 4500),
                                     ("2026-03-15", "2026-05-14", "mail-secure-mx", 4500),
                                     ("2026-04-15", "2026-07-14", "www", 10000), ("2026-04-15", "2026-06-30", "www",
                                     10000)):
        case(f"ET-its-{service}-{end}", itscom(start, service), "early-termination-charge", {"end": end,
             "ground": "provider"},
             expect(itscom_charge(start, end, fee), safe=max, cites=ITS),
             "ITS 33条; 30条2項 counts whole calendar months")
    case("ET-its-special", itscom("2026-04-15"), "early-termination-charge", {"end": "2026-06-30",
         "ground": "customer-special"},
         expect(itscom_charge("2026-04-15", "2026-06-30", 4500), safe=max),
         "ITS 33条 has no carve-out")
    case("ET-its-all", itscom("2026-04-15", quantities={"accounts": 20}), "early-termination-charge",
         {"end": "2026-06-30"},
         expect(itscom_charge("2026-04-15", "2026-06-30", 4500, 3000), safe=max),
         "the base plan only, or all monthly fees (ten more accounts: 3,000)")
    case("ET-its-none", itscom("2026-04-15", order_form={"terms": {"minimum-term.length": "none"}}),
         "early-termination-charge", {"end": "2026-05-31"}, expect([0]),
         "the order form waives the term: nothing is left of it")
    case("ET-itsopt", itscom("2026-04-15", options=[{"option": "mailing-list", "service-start": "2026-04-15"}]),
         "early-termination-charge", {"end": "2026-05-31", "option": "mailing-list"}, expect([SILENT]),
         "33条 speaks of the 利用契約; MX 11条2項 is no part of this contract")


# --- fees ---------------------------------------------------------------------------------------------------------

def fees():
    for start, end, month, base in (("2026-05-10", "2026-05-20", "2026-05", 31000), ("2026-05-01", None, "2026-05",
         31000),
                                    ("2026-05-31", None, "2026-05", 31000), ("2026-05-10", None, "2026-04", 31000),
                                    ("2028-02-16", None, "2028-02", 29000), ("2026-05-10", "2026-09-01", "2026-09",
                                    30000),
                                    ("2026-05-10", "2026-09-01", "2026-10", 30000)):
        of = ended(iij(start, **prices(base=base)), end)
        value = base * share_of_month(day(month + "-01"), day(start), end and day(end))
        case(f"FE-mx-{start}-{month}", of, "fee.monthly", {"month": month}, expect([value]), "GEN 29条2項(1)(2), 3条")
    for assumed, rounding in (("unspecified", ""), ("truncate", "truncate"), ("half-up", "half-up")):
        case(f"FE-round-{assumed}", iij("2026-05-13", assumptions={"yen-rounding": assumed}, **prices(base=10000)),
             "fee.monthly", {"month": "2026-05"}, expect([Fraction(10000 * 19, 31)], rounding=rounding),
             "6129.03…: no provision rounds")
    case("FE-thirty", iij("2026-05-13", assumptions={"proration": "thirty-days"}, **prices(base=30000)), "fee.monthly",
         {"month": "2026-05"}, expect([19000]), "19 days of thirty")
    # MX 別紙1備考(1): the month's largest number of accounts, whole months.
    metered = {"prices": {"base": {"monthly": {"per": "accounts", "price": 300}}}}
    case("FE-mx-metered-start", iij("2026-05-20", quantities={"accounts": 40}, order_form=metered), "fee.monthly",
         {"month": "2026-05"}, expect([12000]), "備考(1): counted by the month's maximum, not prorated (F-047)")
    case("FE-mx-metered-up", iij("2026-04-01", quantities={"accounts": 40}, order_form=metered, changes=[
        {"from": "2026-05-31", "quantities": {"accounts": 60}}]), "fee.monthly", {"month": "2026-05"}, expect([18000]),
        "備考(1): sixty on the last day are the maximum")
    case("FE-mx-metered-down", iij("2026-04-01", quantities={"accounts": 40}, order_form=metered, changes=[
        {"from": "2026-05-02", "quantities": {"accounts": 10}}]), "fee.monthly", {"month": "2026-05"}, expect([12000]),
        "備考(1): forty on the first day are the maximum")
    case("FE-mx-metered-after", iij("2026-04-01", quantities={"accounts": 40}, order_form=metered, changes=[
        {"from": "2026-05-02", "quantities": {"accounts": 10}}]), "fee.monthly", {"month": "2026-06"}, expect([3000]),
        "")
    case("FE-mx-accounts-open", iij("2026-04-01", quantities={"accounts": 40}, **prices(base=30000)), "fee.monthly", {},
         expect([DELEGATED]), "備考(1) アカウント使用料 stands beside the flat fee and is not quoted")
    case("FE-mx-accounts", iij("2026-05-20", quantities={"accounts": 40}, order_form={"prices": {
        "base": {"monthly": 31000}, "accounts": {"monthly": {"per": "accounts", "price": 100}}}}), "fee.monthly",
        {"month": "2026-05"}, expect([12000 + 4000]), "the flat fee is prorated, the metered one is not")
    case("FE-mx-spare", iij("2026-05-20", options=[{"option": "spare-mail", "billing-start": "2026-05-20"}],
                            **prices(base=31000, spare_mail=8000)), "fee.monthly", {"month": "2026-05"},
         expect([12000 + 8000]), "備考(4): by the month's maximum")
    case("FE-mx-optionstart", iij("2026-04-01", options=[{"option": "sandbox", "billing-start": "2026-05-20"}],
                                  **prices(base=31000, sandbox=6200)), "fee.monthly", {"month": "2026-05"},
         expect([31000 + 2400]), "the option from its own 課金開始日: 12 of 31 days")
    case("FE-mx-optionend", iij("2026-04-01", options=[{"option": "sandbox", "billing-start": "2026-04-01", "end":
         "2026-05-10"}], **prices(base=31000, sandbox=6200)), "fee.monthly", {"month": "2026-05"},
         expect([31000 + 2000]),
         "the option through its own end: 10 of 31 days")
    case("FE-mx-zero", iij("2026-04-01", options=[{"option": "account-api", "billing-start": "2026-04-01"}, {
        "option": "dox-link", "billing-start": "2026-04-01"}], holds=["iij-dox"], **prices(base=31000)), "fee.monthly",
        {},
        expect([31000], cites=MX), "別紙1の2(2): 0円")
    case("FE-mx-zero-conflict", iij("2026-04-01", options=[{"option": "account-api", "billing-start": "2026-04-01"}],
                                    **prices(base=31000, account_api=500)), "fee.monthly", {}, expect([CONFLICT]),
         "別紙1 says 0円, the order form 500: not ranked")
    case("FE-mx-initial", iij("2026-04-01", options=[{"option": "account-api", "billing-start": "2026-04-01"}],
         order_form={
        "prices": {"base": {"initial": 50000}}}), "fee.initial", {}, expect([50000]), "別紙1の1")
    case("FE-mx-initial-open", iij("2026-04-01", options=[{"option": "sandbox", "billing-start": "2026-04-01"}],
         order_form={
        "prices": {"base": {"initial": 50000}}}), "fee.initial", {}, expect([DELEGATED]), "別紙1の1(2) is not quoted")
    # SA 別紙1の2(1): no monthly maximum; GEN 29条2項 prorates start, end and change.
    rate = {"prices": {"base": {"monthly": {"per": "accounts", "price": 310}}}}
    case("FE-sa", access("firewall-1", "2026-06-01", 60, order_form=rate), "fee.monthly", {}, expect([18600]), "")
    case("FE-sa-start", access("firewall-1", "2026-05-16", 60, order_form=rate), "fee.monthly", {"month": "2026-05"},
         expect([18600 * Fraction(16, 31)]), "GEN 29条2項(1): SA has no 備考 of the month's maximum")
    case("FE-sa-two", access("firewall-1", "2026-06-01", 50, order_form={"prices": {"base": {"monthly": 30000},
         "type-fee": {
        "monthly": {"per": "accounts", "price": 200}}}}), "fee.monthly", {}, expect([40000]), "基本料金 and 種類毎の料金")
    case("FE-sa-ip", access("firewall-1", "2026-06-01", 50, options=[{"option": "dedicated-ip",
         "billing-start": "2026-06-01"}],
                            **prices(base=30000)), "fee.monthly", {}, expect([30000], cites=SA), "専用IPアドレス: 0円 a month")
    case("FE-sa-ip-initial", access("firewall-1", "2026-06-01", 50, options=[{"option": "dedicated-ip", "billing-start":
         "2026-06-01"}], order_form={"prices": {"base": {"initial": 10000}}}), "fee.initial", {}, expect([DELEGATED]),
         "専用IPアドレス: 別途示す金額, not 0円")
    # USEN 7条1項: from the 1st after the start through the end of the last month, whole months.
    for start, end, month, value in (("2026-04-01", None, "2026-04", 0), ("2026-04-30", None, "2026-05", 30000),
                                     ("2026-04-15", "2027-07-01", "2027-07", 30000), ("2026-04-15", "2026-04-20",
                                     "2026-04", 0),
                                     ("2026-04-15", "2026-04-20", "2026-05", 0)):
        of = ended(usen(start, **prices(base=30000)), end)
        case(f"FE-usen-{start}-{end}-{month}", of, "fee.monthly", {"month": month}, expect([value]), "USEN 7条1項")
    case("FE-usen-option", usen("2026-04-15", options=[{"option": "sandbox", "service-start": "2026-08-20"}],
                                **prices(base=30000, sandbox=7000)), "fee.monthly", {"month": "2026-08"},
                                expect([30000]),
         "the option from the month after its own start")
    case("FE-usen-option-next", usen("2026-04-15", options=[{"option": "sandbox", "service-start": "2026-08-20"}],
                                     **prices(base=30000, sandbox=7000)), "fee.monthly", {"month": "2026-09"},
                                     expect([37000]), "")
    case("FE-usen-api", usen("2026-04-15", options=[{"option": "account-api", "service-start": "2026-04-15"}],
                             **prices(base=30000, account_api=500)), "fee.monthly", {}, expect([30500]),
         "USEN 4条1項: the quote goes before the 0円 of MX 別紙1")
    case("FE-usen-metered", usen("2026-04-15", quantities={"accounts": 25}, order_form={"prices": {"base": {"monthly": {
        "per": "accounts", "price": 400}}}}, changes=[{"from": "2026-06-15", "quantities": {"accounts": 30}}]),
        "fee.monthly",
        {"month": "2026-06"}, expect([12000]), "MX 備考(1) supplements: the month's maximum")
    case("FE-usen-open", usen("2026-04-15", options=[{"option": "sandbox", "service-start": "2026-04-15"}], **prices(
        base=30000)), "fee.monthly", {}, expect([DELEGATED]), "別記2: 付加サービス利用料 is not quoted")
    # ITS 別表②③, 30条2項・3項: calendar months; the month of the start unbilled (preferred) or billed.
    for service, accounts, disk, value in (("mail-secure-mx", 11, 11, 5000), ("mail-secure-mx", 9, 5, 4500),
                                           ("pack-secure-mx", 30, 30, 19400), ("mail-secure-mx", 10, 20, 4700),
                                           ("mail-secure-mx", 10, 21, 4900)):
        case(f"FE-its-{service}-{accounts}-{disk}", itscom("2026-04-15", service, quantities={"accounts": accounts,
             "disk-gb": disk}),
             "fee.monthly", {}, expect([value], cites=ITS), "別表②1, ③ 専用オプション①: 300 an account, 200 per 10GB begun")
    case("FE-its-start", itscom("2026-04-15"), "fee.monthly", {"month": "2026-04"}, expect([0, 4500], safe=max),
         "ITS 30条3項 against 26条1項 (F-034)")
    case("FE-its-end", ended(itscom("2025-04-15"), "2026-08-31"), "fee.monthly",
         {"month": "2026-08"}, expect([4500]), "whole months")
    case("FE-its-after", ended(itscom("2025-04-15"), "2026-08-31"), "fee.monthly",
         {"month": "2026-09"}, expect([0]), "")
    lists = [{"option": "mailing-list", "service-start": "2026-08-20"}]
    case("FE-its-optstart", itscom("2026-04-15", options=lists), "fee.monthly", {"month": "2026-08"},
         expect([4500, 5500], safe=max), "30条 speaks of サービス費用 only (F-035)")
    case("FE-its-optend", itscom("2025-04-15", options=[{"option": "mailing-list", "service-start": "2025-04-15", "end":
         "2026-09-01"}]), "fee.monthly", {"month": "2026-09"}, expect([4500, 5500], safe=max),
         "17条2項: it ends on the 1st; the month before is the last billed (preferred)")
    case("FE-its-lists", itscom("2026-04-15", quantities={"mailing-lists": 3}, options=[{"option": "mailing-list",
         "service-start": "2026-04-15"}]), "fee.monthly", {}, expect([DELEGATED]), "※13: the fee per list has no price")
    case("FE-its-relay", itscom("2026-04-15", options=[{"option": "private-relay", "service-start": "2026-04-15"}]),
         "fee.monthly", {}, expect([DELEGATED]), "merged cell: 別途示す金額, not 0円 (F-202)")
    case("FE-its-relay-quoted", itscom("2026-04-15", options=[{"option": "private-relay",
         "service-start": "2026-04-15"}],
                                       **prices(private_relay=2500)), "fee.monthly", {}, expect([7000]), "")
    for option in ("dox-link", "iij-id-link"):
        case(f"FE-its-{option}", itscom("2026-04-15", holds=["iij-id", "iij-dox"], options=[{"option": option,
             "service-start":
             "2026-04-15"}]), "fee.monthly", {}, expect([SILENT]),
             "described, not priced (F-030); MX's 0円 does not reach here")
    case("FE-its-plus", itscom("2026-04-15", options=[{"option": "mailbox-plus", "service-start": "2026-04-15"}]),
         "fee.monthly", {}, expect([4500]), "in the base plan (5条, 別表③)")
    case("FE-its-www", itscom("2026-04-15", "www", options=[{"option": "www-disk", "service-start": "2026-04-15",
         "quantity": 3},
         {"option": "ftp-account", "service-start": "2026-04-15", "quantity": 2}, {"option": "ips", "service-start":
         "2026-04-15", "quantity": 1}]), "fee.monthly", {}, expect([10000 + 30000 + 2000 + 10000]), "別表③1")
    for service in ("www", "mail-secure-mx", "pack-secure-mx"):
        case(f"FE-its-initial-{service}", itscom("2026-04-15", service), "fee.initial", {}, expect([20000], cites=ITS),
             "別表①")
    case("FE-its-override", itscom("2026-04-15", **prices(base=4000)), "fee.monthly", {}, expect([4000]),
         "an individual agreement goes before the 別表 (an open point)")


# --- late charges, surcharge, credit, notices ---------------------------------------------------------------------

def general_late(amount, late):
    return values(lambda read: iij_terms.late_charge(read, lambda: amount, late))


def itscom_late(amount, due, paid):
    return values(lambda read: itscom_terms.late_charge(read, lambda: amount, due, paid))


def late_charges():
    for amount, due, paid in ((100000, "2026-06-30", "2026-07-11"), (100000, "2026-06-30", "2026-07-31"),
                              (100000, "2026-06-30", "2026-08-28"), (200000, "2026-12-31", "2027-03-01"),
                              (200000, "2026-12-31", "2027-03-02"), (100000, "2026-06-30", "2026-06-30"),
                              (100000, "2026-06-30", "2027-06-30"), (0, "2026-06-30", "2027-06-30")):
        late = (day(paid) - day(due)).days
        case(f"LC-gen-{amount}-{due}-{paid}", iij("2026-04-15"), "late-charge", {"amount": amount, "due": due,
             "paid": paid},
             expect(general_late(amount, late), safe=max, cites=GEN), f"GEN 34条: {late} days")
    case("LC-usen", usen("2026-04-15"), "late-charge", {"amount": 54321, "due": "2026-06-30", "paid": "2026-07-20"},
         expect(general_late(54321, 20), cites=GEN), "USEN is silent: GEN 34条 supplements; no rounding")
    case("LC-usen-truncate", usen("2026-04-15", assumptions={"yen-rounding": "truncate"}), "late-charge",
         {"amount": 54321,
         "due": "2026-06-30", "paid": "2026-07-20"}, expect(general_late(54321, 20), rounding="truncate"), "1086.42")
    for amount, due, paid in ((100000, "2026-06-30", "2026-07-30"), (100000, "2026-06-30", "2026-07-01"),
                              (100000, "2026-06-30", "2027-06-30"), (25000, "2026-06-30", "2026-07-02"),
                              (12345, "2026-06-30", "2026-07-10"), (100000, "2028-01-31", "2028-03-01"),
                              (100000, "2027-12-21", "2028-01-10"), (1000000, "2027-12-31", "2028-12-31")):
        case(f"LC-its-{amount}-{due}-{paid}", itscom("2026-04-15"), "late-charge", {"amount": amount, "due": due,
             "paid": paid},
             expect(itscom_late(amount, day(due), day(paid)), cites=ITS), "ITS 35条; no grace")
    case("LC-its-early", itscom("2026-04-15"), "late-charge", {"amount": 100000, "due": "2026-06-30",
         "paid": "2026-06-25"},
         expect([0]), "paid before it is due: nothing is late, and nobody owes the customer interest")
    case("MI-due", iij("2026-04-15"), "late-charge", {"amount": 100000, "paid": "2026-07-30"}, expect([MISSING]), "")


def money_beside():
    # GEN 33条: 2 × the evaded sum; ITS 34条: 2 × the evaded sum without tax.
    case("SC-sa", access("firewall-1", "2026-06-01"), "surcharge", {"evaded": 12345}, expect([24690], cites=GEN),
         "GEN 33条")
    case("SC-its-0", itscom("2026-04-15"), "surcharge", {"evaded": 50000, "evaded-tax": 0}, expect([100000],
         cites=ITS), "ITS 34条")
    case("SC-its-missing", itscom("2026-04-15"), "surcharge", {"evaded": 50000}, expect([MISSING]),
         "ITS 34条 leaves the tax out: how much it is must be said")
    # MX・SA 別紙3, ITS 37条: whole 24 hours × monthly fee / 30, from 24 hours on.
    for hours in (23, 24, 47, 48, 721):
        case(f"OC-mx-{hours}", iij("2026-04-15", **prices(base=60000)), "outage-credit", {"hours": hours},
             expect([0 if hours < 24 else hours // 24 * 2000]), "MX 13条, 別紙3")
    case("OC-mx-options", iij("2026-04-15", options=[{"option": "sandbox", "billing-start": "2026-04-15"}], **prices(
        base=60000, sandbox=6000)), "outage-credit", {"hours": 72}, expect([6600]), "月額費用: 別紙1の2, base and options")
    case("OC-mx-open", iij("2026-04-15"), "outage-credit", {"hours": 72}, expect([DELEGATED]), "nothing is quoted")
    case("OC-mx-none", iij("2026-04-15"), "outage-credit", {"hours": 10}, expect([0], cites=MX),
         "below 24 hours no fee is needed")
    case("OC-sa", access("firewall-1", "2026-06-01", 60, order_form={"prices": {"base": {"monthly": {"per": "accounts",
         "price":
         300}}}}), "outage-credit", {"hours": 50}, expect([1200], cites=SA), "SA 14条, 別紙3")
    case("OC-usen", usen("2026-04-15", **prices(base=30000)), "outage-credit", {"hours": 49}, expect([2000], cites=MX),
         "USEN 14条2項 → MX 13条 on the quoted fee")
    case("OC-usen-half-up", usen("2026-04-15", assumptions={"yen-rounding": "half-up"}, **prices(base=50000)),
         "outage-credit",
         {"hours": 24}, expect([Fraction(50000, 30)], rounding="half-up"), "1666.67")
    case("OC-its-accounts", itscom("2026-04-15", quantities={"accounts": 50}), "outage-credit", {"hours": 30},
         expect([150], cites=ITS),
         "利用料金（月額） is the plan's, not the accounts'")
    case("OC-its-www", itscom("2026-04-15", "www"), "outage-credit", {"hours": 24}, expect([333], cites=ITS),
         "28条3項: 333.3")
    # 3ヶ月を経過する日: the day itself does not count (民法140条).
    for name, of in (("mx", iij("2026-04-15")), ("sa", access("firewall-1", "2026-06-01")), ("usen",
         usen("2026-04-15")),
                     ("its", itscom("2026-04-15"))):
        for accrued in ("2026-11-30", "2027-11-29", "2026-11-27"):
            if name != "mx" and accrued == "2026-11-27":
                continue
            case(f"OC-dl-{name}-{accrued}", of, "outage-credit.claim-deadline", {"accrued": accrued},
                 expect([elapses(day(accrued), months=3)]), "民法140条・143条")
    # N前まで: the corresponding day counted back, or N clear days (the safe one).
    for name, of, question, count, effect in (
            ("mx14", iij("2026-04-15"), "interruption-notice.latest", {"days": 14}, "2027-03-10"),
            ("usen14", usen("2026-04-15"), "interruption-notice.latest", {"days": 14}, "2026-06-20"),
            ("its7", itscom("2026-04-15"), "interruption-notice.latest", {"days": 7}, "2028-03-05"),
            ("mx3m", iij("2026-04-15"), "discontinuation-notice.latest", {"months": 3}, "2027-05-31"),
            ("sa3m", access("firewall-1", "2026-06-01"), "discontinuation-notice.latest", {"months": 3}, "2028-05-31"),
            ("usen3m", usen("2026-04-15"), "discontinuation-notice.latest", {"months": 3}, "2027-01-31"),
            ("its3m", itscom("2026-04-15"), "discontinuation-notice.latest", {"months": 3}, "2027-06-30"),
            ("its2w", itscom("2026-04-15"), "change-request.latest", {"days": 14}, "2026-06-20")):
        latest = counted_back(day(effect), **count)
        case(f"NT-{name}", of, question, {"effect": effect}, expect([latest, plus(latest, -1)], safe=min), "")
    case("NT-mx-change", iij("2026-04-15"), "change-request.latest", {"effect": "2026-06-20"}, expect([SILENT]),
         "MX has no time for a change")


# --- effective terms ----------------------------------------------------------------------------------------------

STANDS = ["applies", "supplements"]


def matter(name, document, label):
    return {"matter": name, "document": document, "label": label}


def fate(document, provision, *fates):
    return {"document": document, "provision": provision, "fate": list(fates)}


def effective():
    case("EF-mx", iij("2026-04-15"), "effective", {}, {"matters": [
        matter("minimum-term", *MX, "第2条"), matter("contract-unit", *MX, "第1条"), matter("late-charge", *GEN, "第34条.*"),
        matter("governing-law", *GEN, "第7条"), matter("jurisdiction", *GEN, "第7条"), matter("amendment", *GEN, "第2条第2項")],
        "provisions": [fate("iij/secure-mx", "7.2(2)", *STANDS), fate("iij/secure-mx", "3.1(1)", *STANDS),
                       fate("iij/general", "34.2", *STANDS), fate("iij/general", "8.1", "displaced",
                       "partly-displaced")]},
         "reading 2.1")
    case("EF-sa", access("web-gateway", "2026-06-01"), "effective", {}, {"matters": [
        matter("minimum-term", *SA, "第3条"), matter("contract-unit", *SA, "第4条第1項"), matter("surcharge", *GEN, "第33条"),
        matter("customer-termination.form", *SA, "第11条")],
        "provisions": [fate("iij/secure-access", "5.1", *STANDS)]}, "reading 2.2")
    case("EF-usen-own", usen("2026-04-15"), "effective", {}, {"matters": [
        matter("amendment", *USEN, "第2条"), matter("jurisdiction", *USEN, "第21条"), matter("governing-law", *USEN,
        "第20条"),
        matter("contract-unit", *MX, "第1条"), matter("eligibility.customer", *GEN, "第6条第2項"),
        matter("entire-agreement", *USEN, "第4条第1項"), matter("discontinuation-notice", *GEN, "第26条第2項"),
        matter("interruption-notice", *GEN, "第24条第2項"), {"matter": "customer-termination", "status": "ambiguous",
                                                             "document": "usen/secure-mx"}],
        "provisions": [fate("usen/secure-mx", "9.1", "applies"), fate("usen/secure-mx", "10.1", "applies"),
                       fate("iij/secure-mx", "11.1", "displaced"), fate("iij/secure-mx", "7.4", "displaced"),
                       fate("iij/secure-mx", "13.1", *STANDS), fate("iij/general", "28.2", *STANDS, "partly-displaced"),
                       fate("iij/general", "33.1", *STANDS), fate("iij/general", "28.3", *STANDS),
                       fate("iij/secure-mx", "7.2(10)", "not-offered"), fate("iij/secure-mx", "7.2(11)", "not-offered"),
                       fate("iij/secure-mx", "7.2(12)", "not-offered"), fate("iij/secure-mx", "7.2(8)", *STANDS),
                       fate("iij/secure-mx", "3.1(2)", *STANDS)]}, "reading 2.3")
    case("EF-its-pack", itscom("2026-04-15", "pack-secure-mx"), "effective", {}, {"matters": [
        matter("amendment", *ITS, "第3条第2項"), matter("surcharge", *ITS, "第34条"), matter("eligibility.customer", *ITS,
        "第2条"),
        {"matter": "governing-law", "status": "silent"}, {"matter": "entire-agreement", "status": "silent"},
        {"matter": "eligibility.area", "status": "silent"}],
        "provisions": [fate("iij/secure-mx", "7.3", "not-incorporated"), fate("iij/secure-mx", "9.1",
        "not-incorporated"),
                       fate("itscom/server-hosting", "12.1", "applies")]}, "reading 2.4: free-standing")
    case("EF-conflict", iij("2026-04-15", order_form={"terms": {"minimum-term.length": "6 months"}}), "effective", {},
         {"matters": [{"matter": "minimum-term", "status": "conflict"}]}, "two rules of equal rank that disagree")
    # What stands against the terms: exit status 1.
    for name, of, why in (
            ("gap-sa", access("web-gateway", "2026-03-01") | {"as-of": "2026-03-31"},
            "SA is held from 2026-04-01 only"),
            ("gap-gen", iij("2026-01-01") | {"as-of": "2026-01-31"}, "GEN is held from 2026-02-01 only"),
            ("accounts", access("firewall-1", "2026-06-01", 49), "SA 5条: from 50"),
            ("private-alone", access("private-connect", "2026-06-01"), "SA 6条1項"),
            ("remote-alone", access("remote-connect", "2026-06-01", holds=["iij-id"]), "SA 6条1項"),
            ("sandbox-firewall", access("firewall-1", "2026-06-01", options=[{"option": "web-sandbox", "billing-start":
             "2026-06-01"}]), "SA 6条2項"),
            ("list-alone", iij("2026-04-15", options=[{"option": "mailing-list", "billing-start": "2026-04-15"}]),
            "MX 3条(2)"),
            ("dox-alone", iij("2026-04-15", options=[{"option": "dox-link", "billing-start": "2026-04-15"}]),
            "MX 3条(1)"),
            ("id-alone", iij("2026-04-15", options=[{"option": "iij-id-link", "billing-start": "2026-04-15"}]),
            "MX 3条(4)"),
            ("usen-dox", usen("2026-04-15", holds=["iij-dox"], options=[{"option": "dox-link",
            "service-start": "2026-04-15"}]),
             "USEN 4条2項"),
            ("usen-relay", usen("2026-04-15", options=[{"option": "private-relay", "service-start": "2026-04-15"}]),
            "USEN 12条"),
            ("its-omnibus", itscom("2026-04-15", options=[{"option": "omnibus-link", "service-start": "2026-04-15"}]),
             "not in 別表③"),
            ("its-mini", itscom("2023-04-01", "mini-pack") | {"as-of": "2024-03-01", "dates": {
                "application": "2023-03-31", "service-start": "2023-04-15"}}, "ITS 5条: closed on 2023-03-30"),
            ("mx-web", iij("2026-04-15", options=[{"option": "web-sandbox", "billing-start": "2026-04-15"}]),
            "of another service")):
        case(f"EF-{name}", of, "effective", {}, {"exit": 1}, why)
    for name, of, why in (
            ("accounts-50", access("firewall-1", "2026-06-01", 50), "SA 5条: 50 are enough"),
            ("private-held", access("private-connect", "2026-06-01", holds=["secure-access/firewall-1"]), "SA 6条1項"),
            ("list-held", iij("2026-04-15", options=[{"option": "mailing-list", "billing-start": "2026-04-15"},
            {"option":
             "mailbox-plus", "billing-start": "2026-04-15"}]), "MX 3条(2)"),
            ("its-relay", itscom("2026-04-15", options=[{"option": "private-relay", "service-start": "2026-04-15"}]),
             "ITS 6条3項(2): メールボックスプラス is in the base plan (5条)"),
            ("its-mini-before", itscom("2023-03-01", "mini-pack") | {"as-of": "2024-03-15", "dates": {
                "application": "2023-03-30", "service-start": "2023-04-15"}},
                "ITS 5条: in time, and before the announced end")):
        case(f"EF-{name}", of, "effective", {}, {"exit": 0}, why)
    case("EF-bad-type", access("web-gateway", "2026-06-01") | {"type": "gateway"}, "effective", {}, {"exit": 2},
         "no such type")
    case("EF-notype", {key: value for key, value in access("web-gateway", "2026-06-01").items() if key != "type"},
         "effective", {}, {"exit": 0}, "a missing input is named where it matters, and the rest still holds")
    case("EF-bad-leap", iij("2027-02-29"), "effective", {}, {"exit": 2}, "2027 has no such day")
    case("EF-bad-channel", contract("useen", "secure-mx", {}), "effective", {}, {"exit": 2}, "no such channel")


def transitional():
    # MX 附則 平成24年9月1日 2項: made up to 2012-08-31 with メールボックスプラス: メーリングリスト at no charge.
    plus_option = [{"option": "mailbox-plus", "service-start": "2010-05-01", "billing-start": "2010-05-01"}]

    def old(formed):
        return contract("iij", "secure-mx", {"formation": formed, "service-start": "2010-05-01",
             "billing-start": "2010-05-01"},
                        options=plus_option, **prices(base=30000, mailbox_plus=5000))
    case("TR-mx-in", old("2012-08-31"), "minimum-term.length", {"option": "mailing-list"}, expect(["1 month"]),
         "deemed to use メーリングリスト, whose term is 7条3項's")
    case("TR-mx-fee", old("2012-08-31"), "fee.monthly", {}, expect([35000]), "費用の追加負担なしに")
    # SA 附則 令和8年4月1日 2項: without the declaration the contract goes on without Webサンドボックス.
    def gateway(formed, **more):
        return contract("iij", "secure-access", {"formation": formed, "service-start": "2025-06-01",
             "billing-start": "2025-06-01"},
                        type="web-gateway", quantities={"accounts": 50}, options=[
                            {"option": "web-sandbox", "service-start": "2025-06-01", "billing-start": "2025-06-01"}],
                        **prices(base=30000, web_sandbox=4000), **more)
    case("TR-sa-none", gateway("2025-05-20"), "fee.monthly", {}, expect([30000]), "no declaration: without the option")
    case("TR-sa-declared", gateway("2025-05-20", declarations={"sandbox-continuation": "2026-03-31"}), "fee.monthly",
         {},
         expect([34000]), "declared on the last day")
    case("TR-sa-late", gateway("2025-05-20", declarations={"sandbox-continuation": "2026-04-01"}), "fee.monthly", {},
         expect([30000]), "declared a day late")
    case("TR-sa-new", gateway("2026-04-01"), "fee.monthly", {}, expect([34000]),
         "made after 2026-03-31: 附則 does not speak")


def main():
    for section in (minimum_terms, terminations, option_terminations, early_terminations, reseller_charges, fees,
         late_charges,
                    money_beside, effective, transitional):
        section()
    names = [each["id"] for each in CASES]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("more-cases.json")
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in CASES)
    target.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(CASES)} cases")


if __name__ == "__main__":
    main()
