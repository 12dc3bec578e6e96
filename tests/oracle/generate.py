"""Random contracts and questions, with a heavy hand on the days where calendars go wrong."""
import datetime

import holidays
from civil_code import day, elapses, first_of_month, last_of_month, plus, term_end

CLOSED_PLANS = ("mail-standard", "mail-secure", "pack-standard", "pack-secure", "mini-pack")  # ITS 5条
FIRST, LAST = day("2026-04-01"), day("2029-06-30")  # the days contracts are looked at: from the youngest document on
HORIZON = day("2029-12-31")  # what is asked lies before it (but for a May), and the answers within holidays.YEARS
MX_OPTIONS = ("advanced-archive", "dox-link", "mail-audit", "mailbox-plus", "mailing-list", "account-api", "spare-mail",
              "sandbox", "omnibus-link", "private-relay", "iij-id-link", "setup-consulting")
USEN_OPTIONS = ("advanced-archive", "mail-audit", "mailbox-plus", "antivirus-plus", "mailing-list", "account-api", "dr",
                "spare-mail", "sandbox", "active-mail", "omnibus-link", "mail-sanitizing")
ITS_OPTIONS = ("advanced-archive", "dox-link", "mail-audit", "mailbox-plus", "mailing-list", "account-api",
               "spare-mail", "sandbox", "private-relay", "iij-id-link")
WWW_OPTIONS = ("www-disk", "ftp-account", "access-log", "ips")
TYPES = ("web-gateway", "firewall-1", "firewall-2", "private-connect", "remote-connect")
NEEDS = {"mailing-list": "mailbox-plus", "omnibus-link": "mailbox-plus"}  # MX 3条(2)(3)
HOLDS = {"dox-link": "iij-dox", "iij-id-link": "iij-id"}
METERS = {"advanced-archive": "accounts", "mail-audit": "accounts", "mailbox-plus": "accounts", "sandbox": "accounts",
          "mailing-list": "mailing-lists", "web-sandbox": "accounts"}
PRICES = (0, 1, 7, 100, 310, 999, 1000, 4000, 12345, 10000, 28000, 30000, 31000, 36500, 54321, 1000000)
GROUNDS = ("customer-notice", "customer-special", "provider-after-demand", "provider-immediate", "provider",
           "anti-social-forces", "discontinuation")
LENGTHS = ("none", "1 month", "3 months", "6 months", "1 year", "2 years")


def chance(rng, percent):
    return rng.random() * 100 < percent


def between(rng, first, last):
    return plus(first, rng.randrange(max((last - first).days, 0) + 1))


def awkward(rng, first, last):
    """A day in `first` through `last`, more often than not one on which a calendar can go wrong."""
    date = between(rng, first, last)
    kind = rng.randrange(10)
    if kind < 3:
        date = last_of_month(date)
    elif kind == 3:
        date = first_of_month(date)
    elif kind == 4:
        date = plus(last_of_month(date), rng.choice((-3, -2, -1, 1)))
    elif kind == 5:
        date = rng.choice((day("2028-02-28"), day("2028-02-29"), day("2028-03-01"), day("2027-02-28")))
    elif kind == 6:
        date = plus(datetime.date(date.year, 12, 28), rng.randrange(8))
    elif kind == 7:
        date = plus(rng.choice(sorted(holidays.of_year(min(max(date.year, 2022), 2030)))), rng.choice((-1, 0, 1)))
    return min(max(date, first), last)


def near(rng, date):
    return plus(date, rng.choice((-31, -2, -1, -1, 0, 0, 1, 1, 2, 30)))


# --- contracts ----------------------------------------------------------------------------------------------------

def price(rng, per=None):
    if per and chance(rng, 45):
        return {"per": per, "price": rng.choice((3, 60, 100, 310, 400))}
    return rng.choice(PRICES)


def option_row(rng, channel, name, start, as_of):
    begin = awkward(rng, start, as_of) if chance(rng, 60) else start
    row = {"option": name, "service-start": begin.isoformat()}
    if channel == "iij":
        row["billing-start"] = begin.isoformat()
    if name in WWW_OPTIONS and name != "access-log":
        row["quantity"] = rng.randrange(1, 5)
    if name not in NEEDS.values() and name not in NEEDS and chance(rng, 25):
        end = awkward(rng, begin, plus(as_of, 200))
        if channel == "itscom":
            end = first_of_month(end, 1)
        elif channel == "usen":
            end = last_of_month(end)
        row["end"] = end.isoformat()
    return row


def options(rng, contract, start, as_of):
    names = {"usen": USEN_OPTIONS, "itscom": WWW_OPTIONS if contract["service"] == "www" else ITS_OPTIONS}.get(
        contract["channel"], MX_OPTIONS)
    if contract["service"] == "secure-access":
        names = ("dedicated-ip", "web-sandbox") if contract["type"] == "web-gateway" else ("dedicated-ip",)
    elif contract["service"] in CLOSED_PLANS:
        names = ()
    chosen = rng.sample(names, min(len(names), rng.choice((0, 0, 1, 1, 2, 3))))
    if "spare-mail" in chosen:  # MX 15条: not on one domain with メールボックスプラス
        chosen = [each for each in chosen if each not in NEEDS and each not in NEEDS.values()]
    rows = []
    for name in chosen:
        if NEEDS.get(name) and NEEDS[name] not in chosen and not any(each["option"] == NEEDS[name] for each in rows):
            rows.append({**option_row(rng, contract["channel"], NEEDS[name], start, start), "option": NEEDS[name]})
        rows.append(option_row(rng, contract["channel"], name, start, as_of))
    return rows


def order_form(rng, contract):
    counted = contract.get("quantities", {})
    prices, channel = {}, contract["channel"]
    if channel == "itscom":
        if chance(rng, 10):
            prices["base"] = {"monthly": rng.choice(PRICES[3:])}
    elif chance(rng, 85):
        per = "accounts" if "accounts" in counted else None
        prices["base"] = {"monthly": price(rng, per)}
        if chance(rng, 70):
            prices["base"]["initial"] = rng.choice(PRICES)
        if contract["service"] == "secure-access":
            prices["type-fee"] = {"monthly": price(rng, None if contract["type"] == "private-connect" else per)}
        elif channel == "iij" and per and not isinstance(prices["base"]["monthly"], dict) and chance(rng, 85):
            prices["accounts"] = {"monthly": {"per": "accounts", "price": rng.choice((10, 100, 311))}}
    for row in contract.get("options", []):
        name = row["option"]
        free = name in ("dox-link", "account-api", "omnibus-link", "iij-id-link", "dedicated-ip", "setup-consulting",
                        "mailbox-plus", *WWW_OPTIONS) and channel != "usen"
        if channel == "itscom" and free or free and name != "mailbox-plus" and chance(rng, 85) or chance(rng, 15):
            continue
        per = METERS.get(name) if METERS.get(name) in counted and channel != "itscom" else None
        prices[name] = {"monthly": price(rng, per)}
        if chance(rng, 50) and name != "web-sandbox":
            prices[name]["initial"] = rng.choice(PRICES)
    form = {"prices": prices} if prices else {}
    if chance(rng, 15):
        form["terms"] = {"minimum-term.length": rng.choice(LENGTHS)}
    return form


def assumptions(rng, channel, as_of):
    found = {}
    if chance(rng, 40):
        found["proration"] = rng.choice(("actual-days", "thirty-days"))
    if chance(rng, 60):
        found["yen-rounding"] = rng.choice(("unspecified", "truncate", "half-up"))
    if channel == "itscom" and chance(rng, 70):
        closed = {datetime.date(year, *each) for year in range(as_of.year - 3, as_of.year + 2)
                  for each in ((12, 29), (12, 30), (12, 31))}
        closed |= {last_of_month(as_of, rng.randrange(-12, 12)) for _ in range(rng.randrange(4))}
        if chance(rng, 30):  # 昭和の日 and its substitute are the only holidays at the end of a month
            closed |= {datetime.date(year, 4, 30) for year in range(as_of.year - 3, as_of.year + 2)}
        found["closed-days"] = sorted(each.isoformat() for each in closed)
    return found


def quantities(rng, contract):
    if contract["service"] == "secure-access":
        return {"accounts": rng.choice((50, 51, 60, 100, 333))}
    found = {}
    if contract["channel"] == "itscom":
        if contract["service"] in CLOSED_PLANS:
            found = {"accounts": rng.choice((1, 5, 6, 10, 11, 50, 51, 60, 61))}
        elif contract["service"] != "www" and chance(rng, 96):
            found = {"accounts": rng.choice((1, 10, 11, 25, 100)), "disk-gb": rng.choice((5, 10, 11, 20, 21, 50))}
    elif chance(rng, 60):
        found["accounts"] = rng.choice((1, 5, 25, 40, 333))
    if chance(rng, 15):
        found["mailing-lists"] = rng.choice((1, 3, 12))
    return found


def contract(rng, number):
    channel, service = rng.choice((
        ("iij", "secure-mx"), ("iij", "secure-mx"), ("iij", "secure-access"), ("usen", "secure-mx"),
        ("usen", "secure-mx"), ("itscom", "www"), ("itscom", "mail-secure-mx"), ("itscom", "pack-secure-mx"),
        ("itscom", "mail-secure-mx"), ("itscom", rng.choice(CLOSED_PLANS))))
    as_of = awkward(rng, FIRST, LAST)
    start = awkward(rng, plus(first_of_month(as_of, -36), as_of.day - 1), plus(as_of, -28))
    if service in CLOSED_PLANS:  # closed to new customers in the spring of 2023, and to end in that of 2024
        as_of = awkward(rng, day("2024-03-01"), day("2024-03-29"))
        start = awkward(rng, day("2022-03-01"), day("2023-03-30"))
    made = {"contract": f"R-{number}", "channel": channel, "service": service, "as-of": as_of.isoformat(),
            "dates": {"formation": plus(start, -rng.randrange(40)).isoformat(), "service-start": start.isoformat()}}
    if channel == "iij":
        made["dates"]["billing-start"] = start.isoformat()
    if service == "secure-access":
        made["type"] = rng.choice(TYPES)
        if made["type"] in TYPES[3:]:
            made["holds"] = ["secure-access/firewall-1"]
    for key, value in (("quantities", quantities(rng, made)), ("options", options(rng, made, start, as_of))):
        if value:
            made[key] = value
    held = [HOLDS[each["option"]] for each in made.get("options", []) if each["option"] in HOLDS]
    if held:
        made["holds"] = sorted(held)
    if made.get("type") == "web-gateway" and chance(rng, 30):
        made["declarations"] = {"sandbox-continuation": near(rng, day("2026-03-31")).isoformat()}
    for key, value in (("order-form", order_form(rng, made)), ("assumptions", assumptions(rng, channel, as_of))):
        if value:
            made[key] = value
    return made


# --- questions ----------------------------------------------------------------------------------------------------

def start_of(made):
    return day(made["dates"]["service-start"])


def a_day(rng, made):
    """A day in the life of the contract: anywhere, or about the end of a term."""
    start = start_of(made)
    if chance(rng, 40):
        months = rng.choice((1, 1, 3, 3, 6, 12, 12, 24))
        return max(start, min(near(rng, term_end(rng.choice((start, first_of_month(start, 1))), months)), HORIZON))
    return awkward(rng, start, min(plus(day(made["as-of"]), 400), HORIZON))


def early_day(rng, made):
    """A day on which an end may still cost something."""
    months = {"iij": 1, "itscom": 3}.get(made["channel"], 12)
    start = start_of(made)
    return awkward(rng, start, plus(start, 31 * months + 31)) if chance(rng, 70) else a_day(rng, made)


def option_facts(rng, made, facts, percent):
    rows = [each for each in made.get("options", []) if each["option"] != "web-sandbox" or "declarations" not in made
            and made["dates"]["formation"] > "2026-03-31"]
    if rows and chance(rng, percent):
        facts["option"] = rng.choice(rows)["option"]
    return facts


def notice_facts(rng, made):
    facts = {"notice": a_day(rng, made).isoformat()}
    if made["channel"] == "itscom" and chance(rng, 15):
        facts["notice"] = datetime.date(int(facts["notice"][:4]) + 1, 4, rng.randrange(27, 31)).isoformat()
    if chance(rng, 45):
        notice = day(facts["notice"])
        facts["designated"] = rng.choice((near(rng, elapses(notice, days=30)), awkward(rng, notice, plus(notice, 250)),
                                          plus(last_of_month(notice, 2), rng.randrange(2)))).isoformat()
    return facts


def effect_facts(rng, made):
    effect = a_day(rng, made)
    if made["channel"] != "iij" and chance(rng, 70):
        effect = last_of_month(effect)
    if made["channel"] == "itscom" and chance(rng, 15):
        effect = datetime.date(effect.year + 1, 5, 31)
    return {"effect": effect.isoformat()}


def ground_facts(rng, facts, percent, grounds):
    if chance(rng, percent):
        facts["ground"] = rng.choice(grounds)
    return facts


def fee_facts(rng, made):
    if chance(rng, 15):
        return {}
    start = start_of(made)
    if chance(rng, 40):
        latest = plus(day(made["as-of"]), rng.randrange(-20, 200))
        made["dates"]["end"] = awkward(rng, start, max(latest, start)).isoformat()
        if made["channel"] != "iij" and chance(rng, 70):
            made["dates"]["end"] = last_of_month(day(made["dates"]["end"])).isoformat()
    days = [start, start] + [day(row[name]) for row in made.get("options", []) for name in ("service-start", "end")
                             if name in row] + [day(each) for each in (made["dates"].get("end"),) if each]
    month = first_of_month(rng.choice(days), rng.choice((-1, 0, 0, 0, 0, 1, 1)))
    if chance(rng, 25):
        month = first_of_month(awkward(rng, start, day(made["as-of"])))
    return {"month": month.isoformat()[:7]}


def late_facts(rng):
    due = awkward(rng, day("2026-02-01"), day("2029-12-31"))
    days = rng.choice((-3, 0, 1, 9, 10, 11, 29, 30, 31, 59, 60, 61, 89, 90, 91, 365, rng.randrange(1, 800)))
    return {"amount": rng.choice((1, 99, 5000, 12345, 54321, 100000, 36500, 1000000, rng.randrange(1, 999999))),
            "due": due.isoformat(), "paid": plus(due, days).isoformat()}


def surcharge_facts(rng, made):
    facts = {"evaded": rng.randrange(0, 200000)}
    if made["channel"] == "itscom":
        facts["evaded-tax"] = facts["evaded"] // 11
    return facts


WEIGHTS = {"minimum-term.length": 4, "minimum-term.start": 4, "minimum-term.end": 10,
           "customer-termination.effect": 13, "customer-termination.latest-notice": 12,
           "option-termination.effect": 6, "option-termination.latest-notice": 6,
           "early-termination-charge": 18, "fee.initial": 4, "fee.monthly": 24, "late-charge": 7, "surcharge": 2,
           "outage-credit": 5, "outage-credit.claim-deadline": 3, "interruption-notice.latest": 3,
           "discontinuation-notice.latest": 3, "change-request.latest": 2}


def facts_for(rng, made, question):
    subject, _, aspect = question.partition(".")
    if subject == "minimum-term":
        return option_facts(rng, made, {}, 50)
    if subject == "option-termination":
        facts = notice_facts(rng, made) if aspect == "effect" else effect_facts(rng, made)
        if made["channel"] == "itscom" and aspect == "latest-notice" and chance(rng, 70):
            facts["effect"] = first_of_month(day(facts["effect"]), 1).isoformat()
        return option_facts(rng, made, facts, 100)
    if subject == "customer-termination":
        facts = notice_facts(rng, made) if aspect == "effect" else effect_facts(rng, made)
        return ground_facts(rng, facts, 30, ("customer-notice", "customer-special"))
    if question == "early-termination-charge":
        facts = ground_facts(rng, option_facts(rng, made, {}, 30), 60, GROUNDS)
        end = early_day(rng, made)
        if "option" in facts:
            begin = day(next(each for each in made["options"] if each["option"] == facts["option"])["service-start"])
            end = awkward(rng, begin, plus(begin, rng.choice((32, 400)))) if chance(rng, 70) else max(begin, end)
        return {"end": end.isoformat(), **facts}
    if question == "outage-credit":
        return {"hours": rng.choice((0, 10, 23, 24, 25, 47, 48, 49, 71, 72, 100, 719, 720, 745))}
    if question == "outage-credit.claim-deadline":
        return {"accrued": a_day(rng, made).isoformat()}
    if question == "fee.monthly":
        return fee_facts(rng, made)
    if question == "fee.initial":
        return {}
    if question == "late-charge":
        return late_facts(rng)
    return surcharge_facts(rng, made) if question == "surcharge" else {"effect": a_day(rng, made).isoformat()}


def forget(rng, made, facts):
    """Leaves one input out that the answer cannot do without."""
    needed = [each for each in facts if each not in ("option", "ground", "designated", "month", "amount")]
    if needed and "ground" not in facts and chance(rng, 60):
        del facts[needed[0]]
    else:
        made["dates"] = {name: value for name, value in made["dates"].items() if name in ("formation", "end")}


def stop_mailbox(rng, made):
    """メールボックスプラス is stopped while the contract goes on (MX 9条2項), and now and then the mailing list by itself."""
    rows = {row["option"]: row for row in made.get("options", [])}
    lists = rows.get("mailing-list")
    if "mailbox-plus" not in rows or made["channel"] == "itscom" or not chance(rng, 80 if lists else 30):
        return
    start = day(rows["mailbox-plus"]["service-start"])
    end = awkward(rng, start, day(made["as-of"]))
    rows["mailbox-plus"]["end"] = (last_of_month(end) if made["channel"] == "usen" else end).isoformat()
    if lists and chance(rng, 25):
        lists["end"] = max(near(rng, end), day(lists["service-start"])).isoformat()


def change(rng, made):
    """What becomes different in the life of the contract, and a price by the gigabyte for what may change so."""
    found, counted = made.setdefault("quantities", {}), {}
    prices = made.get("order-form", {}).get("prices", {})
    if made["channel"] != "itscom" and "mailbox-plus" in prices and chance(rng, 70):
        found["disk-gb"] = rng.choice((10, 50, 100))
        prices["mailbox-plus"]["monthly"] = {"per": "disk-gb", "price": rng.choice((3, 20, 31))}
    for begin in sorted({awkward(rng, start_of(made), day(made["as-of"])) for _ in range(rng.randrange(1, 4))}):
        for name in rng.sample(sorted(found), min(len(found), rng.choice((1, 1, 2)))):
            least = 50 if made["service"] == "secure-access" else 1
            now = counted.get(name, found[name])
            grown = now + (rng.choice((10, 50)) if name == "disk-gb" else rng.randrange(-40, 60))
            counted[name] = max(least, grown)  # MX 8条, ITS 注2: a disk does not shrink
        if counted:
            made.setdefault("changes", []).append({"from": begin.isoformat(), "quantities": dict(counted)})


def question(rng, number, changes=False):
    asked = rng.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
    made = contract(rng, number)
    while asked.startswith("option-") and not option_facts(rng, made, {}, 100):
        made = contract(rng, number)
    if asked.startswith(("fee.", "early-", "outage-credit")):
        stop_mailbox(rng, made)
        if changes:
            change(rng, made)
    facts = facts_for(rng, made, asked)
    if made.get("changes") and "month" in facts and chance(rng, 70):
        facts["month"] = rng.choice(made["changes"])["from"][:7]
    if chance(rng, 3):
        forget(rng, made, facts)
    return made, asked, facts
