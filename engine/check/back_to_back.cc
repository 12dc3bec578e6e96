#include "check/back_to_back.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "check/position.h"
#include "check/resale.h"

namespace yomikae {
namespace {

using Kind = Position::Kind;

/// Cases of one matter in which the reseller stands alike by the same rules: one finding names them all.
struct Standing {
  const Matter* matter = nullptr;
  Dimensions about;  ///< of the first of them, options apart
  std::vector<std::string> options;
  Position position;
};

bool same(const Standing& a, const Standing& b) {
  return a.matter == b.matter && a.about == b.about && a.position.kind == b.position.kind &&
         a.position.below == b.position.below && a.position.above == b.position.above;
}

/// The matters a reseller has to get in order to give them.
std::vector<const Matter*> matters_compared(const Ontology& ontology) {
  std::vector<const Matter*> matters;
  for (const Matter& each : ontology.matters) {
    if (each.back_to_back && each.shape != Matter::Shape::part) matters.push_back(&each);
  }
  return matters;
}

std::vector<const Matter*> matters_measured_by(const std::vector<const Matter*>& matters, const Ontology& ontology) {
  std::vector<const Matter*> wholes;
  for (const Matter* each : matters) {
    if (const Matter* whole = ontology.matter(each->share_of.value)) wholes.push_back(whole);
  }
  return wholes;
}

/// The day the younger of the two sets of texts begins: samples from then on do not move with the day of the check.
Date youngest_text(const Resale& resale) {
  Date day = std::max(resale.reseller->channel->from, resale.wholesaler->channel->from);
  for (const State* state : {resale.reseller, resale.wholesaler}) {
    for (const Layer& layer : state->selection.layers) {
      if (layer.held != nullptr) day = std::max(day, layer.held->text.from);
    }
  }
  return day;
}

class ResaleCheck {
 public:
  ResaleCheck(const Resale& resale, const Terms& terms, Findings& findings)
      : resale_(resale),
        ontology_(terms.ontology),
        findings_(findings),
        matters_(matters_compared(ontology_)),
        below_(*resale.reseller, terms, resale.day, matters_measured_by(matters_, ontology_)),
        above_(*resale.wholesaler, terms, resale.day, matters_measured_by(matters_, ontology_)),
        samples_(Samples::from(youngest_text(resale))) {}

  void run() {
    const std::vector<std::string> options = common_options();
    for (const Matter* matter : matters_) {
      for (const Dimensions& about : cases(*matter)) {
        if (matter->of_contract) add(*matter, about, {});
        if (!matter->of_option) continue;
        hold(options);
        for (const std::string& option : options) add(*matter, about, option);
        hold({});
      }
    }
    for (const Standing& each : standings_) report(each);
    if (!taken_over_.empty()) no_room_at_all();
  }

 private:
  void hold(const std::vector<std::string>& options) {
    below_.hold(options);
    above_.hold(options);
  }

  /// What the reseller sells and can buy.
  [[nodiscard]] std::vector<std::string> common_options() const {
    std::vector<std::string> options;
    const ChoiceSet* all = ontology_.set(ontology_.option_set);
    if (all == nullptr) return options;
    for (const auto& each : all->choices) {
      if (below_.offers(each.name) && above_.offers(each.name)) options.push_back(each.name);
    }
    return options;
  }

  /// The usual case, and one for each value by which rules of either side tell cases apart.
  [[nodiscard]] std::vector<Dimensions> cases(const Matter& matter) const {
    std::vector<Dimensions> found{{}};
    for (const std::string& name : matter.by) {
      const Dimension* dimension = ontology_.dimension(name);
      if (dimension == nullptr || name == matter.sum_by) continue;
      for (const SampleContract* side : {&below_, &above_}) {
        for (const Rule* rule : rules_on(matter.id, side->selection())) {
          const auto scope = rule->scope.admits.find(name);
          if (scope == rule->scope.admits.end()) continue;
          for (const std::string& value : scope->second) {
            const Dimensions one{{name, value}};
            const bool usual = value == dimension->fallback;
            if (!usual && std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
          }
        }
      }
    }
    return found;
  }

  void add(const Matter& matter, const Dimensions& about, const std::string& option) {
    Dimensions asked = about;
    if (!option.empty()) asked[ontology_.option_dimension()->name] = option;
    Standing standing{&matter, about, {}, position_on(matter, asked, below_, above_, samples_)};
    if (!option.empty()) standing.options.push_back(option);
    const auto alike = std::find_if(standings_.begin(), standings_.end(), [&](const Standing& each) {
      return same(each, standing) && each.options.empty() == option.empty();
    });
    if (alike == standings_.end()) {
      standings_.push_back(std::move(standing));
    } else if (!option.empty()) {
      alike->options.push_back(option);
    }
  }

  /// Whether it is a day by which something has to be passed on.
  static bool passed_on_by_day(const Matter& matter) {
    const bool of_the_contract = matter.shape == Matter::Shape::ending || matter.shape == Matter::Shape::term;
    return !of_the_contract && matter.type.kind == ValueType::Kind::date;
  }

  void report(const Standing& each) {
    switch (each.position.kind) {
      case Kind::owes_more: return owes_more(each);
      case Kind::free: return free(each);
      case Kind::even:
        if (passed_on_by_day(*each.matter)) {
          const bool taken_over = each.position.below == each.position.above;
          taken_over ? taken_over_.push_back(&each) : no_room(each);
        }
        if (!each.matter->share_of.empty()) counted_apart(each);
        return;
      case Kind::covered: break;
    }
  }

  void owes_more(const Standing& each) {
    const Message subject = named(each);
    Finding& finding = findings_.add(
        "resale/owes-more", place_of(each),
        {fmt::format("{}：契約者に負うことが、卸元から得ることを上回る。{}", subject.ja, each.position.shown.ja),
         fmt::format("{}: more is owed to the customer than the wholesaler owes; {}", subject.en,
                     each.position.shown.en)},
        {"約款の期日・期間を卸元に合わせるか、卸元から同じ条件を書面で得る",
         "bring the term into line with the wholesaler's, or have the wholesaler promise the same in writing"});
    finish(finding, each);
  }

  void free(const Standing& each) {
    const Message subject = named(each);
    Finding& finding = findings_.add(
        "resale/unbound", place_of(each),
        {fmt::format("{}：卸元の定めに縛られるが、契約者を縛る定めがない。{}", subject.ja, each.position.shown.ja),
         fmt::format("{}: the wholesaler's terms bind the reseller, and nothing binds its customer; {}", subject.en,
                     each.position.shown.en)},
        {"契約者にも同じ定めを置くか、契約ごとに申込書で定める",
         "lay down the same for customers, in the terms or in each order form"});
    finish(finding, each);
  }

  void no_room(const Standing& each) {
    const Message subject = named(each);
    Finding& finding =
        findings_.add("resale/no-room", place_of(each),
                      {fmt::format("{}：契約者との期限と卸元との期限が同じ日で、取り次ぐ日がない", subject.ja),
                       fmt::format("{}: both days are the same, none is left for passing it on", subject.en)},
                      {"取り次ぎに要る日数の差を設けるか、卸元に早い通知を求める",
                       "leave the days it takes to pass it on, or agree with the wholesaler on earlier notice"});
    finish(finding, each);
  }

  /// The wholesaler's own terms, taken over as they are: one finding names all they leave no day for.
  void no_room_at_all() {
    Message named_all;
    for (const Standing* each : taken_over_) {
      const Message subject = named(*each);
      named_all.ja += fmt::format("{}{}", named_all.ja.empty() ? "" : "、", subject.ja);
      named_all.en += fmt::format("{}{}", named_all.en.empty() ? "" : ", ", subject.en);
    }
    const Standing& first = *taken_over_.front();
    Finding& finding = findings_.add(
        "resale/no-room", place_of(first),
        {fmt::format("卸元の定めをそのまま負うので、契約者との期限も卸元との期限も同じ日になる：{}", named_all.ja),
         fmt::format("the wholesaler's terms are taken over as they are, no day is left for passing on: {}",
                     named_all.en)},
        {"自社の約款に、取り次ぎに要る日数を見込んだ期限を置く",
         "lay down days of your own that leave the time it takes"});
    for (const Standing* each : taken_over_) {
      finding.related.push_back({each->position.above->place,
                                 {fmt::format("{}（卸元の定め）", each->matter->label),
                                  fmt::format("`{}`, the wholesaler's rule", each->matter->id.value)}});
    }
    finding.about(channel_subject(), first.position.above->document.value);
  }

  /// The same share on paper; what it is a share for, each side finds for itself.
  void counted_apart(const Standing& each) {
    const Message subject = named(each);
    Finding& finding = findings_.add(
        "resale/open", place_of(each),
        {fmt::format(
             "{}"
             "：割合は卸元と同じだが、数える事実は契約ごとに別に決まる。契約者に認めた分を卸元から得られるとは限らない",
             subject.ja),
         fmt::format("{}: the share is the wholesaler's, but what is counted is found for each contract apart",
                     subject.en)},
        {"卸元が認めた範囲による、と約款に定める", "say in the terms that what the wholesaler grants decides"});
    finish(finding, each);
    for (const auto* points : own_points()) {
      for (const OpenPoint& point : *points) {
        if (point.matter == each.matter->id) finding.related.push_back({point.place, {point.text, point.id}});
      }
    }
  }

  /// Those of the reseller's own texts: what the wholesaler's leave open is open above too.
  [[nodiscard]] std::vector<const std::vector<OpenPoint>*> own_points() const {
    std::vector<const std::vector<OpenPoint>*> found{&resale_.reseller->channel->open_points};
    for (const Layer& layer : below_.selection().layers) {
      if (layer.held != nullptr && is_own(layer.held->text.document)) found.push_back(&layer.held->rules.open_points);
    }
    return found;
  }

  [[nodiscard]] bool is_own(const DocumentId& document) const {
    const auto& texts = resale_.wholesaler->offering->layers;
    return std::find(texts.begin(), texts.end(), document) == texts.end();
  }

  /// The reseller's rule; where it has none of its own, the line by which it takes over or points to the other's.
  [[nodiscard]] Place place_of(const Standing& each) const {
    const Rule* below = each.position.below;
    if (below != nullptr && is_own(below->document) && below->place.known()) return below->place;
    const Rule* above = each.position.above;
    Place place = resale_.reseller->offering->place;
    for (const OverlayLevel& level : resale_.reseller->channel->levels) {  // the reseller's own is the last
      for (const Adoption& adoption : level.adoptions) {
        if (above != nullptr && adoption.document == above->document) place = adoption.document_place;
      }
    }
    return place;
  }

  void finish(Finding& finding, const Standing& each) {
    add_above(finding, each);
    const Rule* below = each.position.below;
    const Rule* above = each.position.above;
    std::string of = each.matter->id.value;
    for (const auto& [name, value] : each.about) of += fmt::format(" {}", value);
    if (below != nullptr && is_own(below->document)) {
      if (each.options.size() == 1) of += fmt::format(" {}", each.options.front());
      finding.about(address(below->document, below->at.path), of);
      return;
    }
    if (above != nullptr) of += fmt::format(" {}", address(above->document, above->at.path));
    if (each.options.size() == 1) of += fmt::format(" {}", each.options.front());
    finding.about(channel_subject(), of);
  }

  void add_above(Finding& finding, const Standing& each) const {
    const Rule* above = each.position.above;
    if (above == nullptr || above == each.position.below) return;
    finding.related.push_back({above->place,
                               {fmt::format("卸元（{}）の定め", resale_.wholesaler->channel->name),
                                fmt::format("what `{}` lays down", resale_.wholesaler->channel->id.value)}});
  }

  [[nodiscard]] std::string channel_subject() const {
    return fmt::format("channel/{}", resale_.reseller->channel->id.value);
  }

  static std::string address(const DocumentId& document, const ProvisionPath& path) {
    return fmt::format("{}#{}", document.value, to_string(path));
  }

  /// `オプションの解約（アーカイブ・監査、特別の解除）`
  [[nodiscard]] Message named(const Standing& each) const {
    std::string ja;
    std::string en;
    for (const std::string& option : each.options) {
      ja += fmt::format("{}{}", ja.empty() ? "" : "・", ontology_.label_of(ontology_.option_set, option));
      en += fmt::format("{}`{}`", en.empty() ? "" : ", ", option);
    }
    for (const auto& [name, value] : each.about) {
      const Dimension* dimension = ontology_.dimension(name);
      ja += fmt::format("{}{}", ja.empty() ? "" : "、", ontology_.label_of(dimension->sets.front(), value));
      en += fmt::format("{}`{}`", en.empty() ? "" : ", ", value);
    }
    return {
        ja.empty() ? each.matter->label : fmt::format("{}（{}）", each.matter->label, ja),
        en.empty() ? fmt::format("`{}`", each.matter->id.value) : fmt::format("`{}` ({})", each.matter->id.value, en)};
  }

  const Resale& resale_;
  const Ontology& ontology_;
  Findings& findings_;
  std::vector<const Matter*> matters_;
  SampleContract below_;
  SampleContract above_;
  Samples samples_;
  std::vector<Standing> standings_;
  std::vector<const Standing*> taken_over_;  ///< even, because the rule is the wholesaler's own
};

}  // namespace

void check_back_to_back(const Checked& checked, Findings& findings) {
  for (const Resale& resale : resales_among(checked.states)) ResaleCheck(resale, checked.terms, findings).run();
}

}  // namespace yomikae
