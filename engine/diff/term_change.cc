#include "diff/term_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "diff/plain_words.h"

namespace yomikae {
namespace {

using Kind = Observation::Kind;

bool is_words(const std::optional<Value>& value) {
  return value && (std::holds_alternative<Words>(*value) || std::holds_alternative<WordList>(*value));
}

bool same_spelling_apart(const std::string& a, const std::string& b) {
  return a == b || plain_words(a) == plain_words(b);
}

bool same_values(const std::optional<Value>& a, const std::optional<Value>& b) {
  if (a == b) return true;
  return is_words(a) && is_words(b) && same_spelling_apart(to_string(*a), to_string(*b));
}

/// What people are shown counts only where there is no value: a line that says the same otherwise says the same.
bool same_outcome(const Observation& a, const Observation& b) {
  if (a.status != b.status || !same_values(a.value, b.value) || !same_values(a.safe, b.safe)) return false;
  return a.value || same_spelling_apart(a.display, b.display);
}

/// Nothing said, and no line at all, are the same.
bool says_nothing(const Observation* one) { return one == nullptr || one->status == AnswerStatus::silent; }

Direction direction_between(const Observation* before, const Observation* after) {
  const Observation& either = after != nullptr ? *after : *before;
  if (either.kind == Kind::finding) {
    if (either.status != AnswerStatus::refused) return Direction::undirected;
    return before == nullptr ? Direction::worse : Direction::better;
  }
  if (before == nullptr || after == nullptr) return Direction::undirected;
  const bool words = before->status == after->status && before->value.has_value() == after->value.has_value() &&
                     (!before->value || (is_words(before->value) && is_words(after->value)));
  if (words) return Direction::wording;
  if (before->value == after->value) return direction_of(after->question, before->safe, after->safe);
  return direction_of(after->question, before->value, after->value);
}

std::string label_of(const Observation& one, const Terms& terms) {
  if (one.question.matter == nullptr) return one.asked;
  std::string about;
  for (const auto& [name, value] : one.scope) {
    const Dimension* dimension = terms.ontology.dimension(name);
    std::string word = value;
    for (const std::string& set : dimension == nullptr ? std::vector<std::string>{} : dimension->sets) {
      const ChoiceSet* choices = terms.ontology.set(set);
      const auto* choice = choices == nullptr ? nullptr : choices->find(value);
      if (choice != nullptr) word = choice->label;
    }
    about += fmt::format("{}{}", about.empty() ? "" : "・", word);
  }
  const std::string& label = one.question.matter->label;
  return about.empty() ? label : fmt::format("{}（{}）", label, about);
}

std::vector<std::string> sources_of(const Observation* one) {
  std::vector<std::string> sources;
  for (const Rule* rule : one == nullptr ? std::vector<const Rule*>{} : one->rules) {
    std::string source = rule->document.empty() ? std::string{order_form_layer}
                                                : fmt::format("{}#{}", rule->document.value, to_string(rule->at));
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
  }
  return sources;
}

/// Of a list of words those the other side lacks; no words where either is no list.
std::string words_lacking(const Observation& own, const Observation* other) {
  const auto* these = own.value ? std::get_if<WordList>(&*own.value) : nullptr;
  const auto* those = other != nullptr && other->value ? std::get_if<WordList>(&*other->value) : nullptr;
  std::string lacking;
  if (these == nullptr || those == nullptr) return lacking;
  for (const Words& each : *these) {
    const bool known = std::any_of(those->begin(), those->end(), [&](const Words& known_words) {
      return same_spelling_apart(known_words.text, each.text);
    });
    if (!known) lacking += fmt::format("{}{}", lacking.empty() ? "" : " / ", each.text);
  }
  if (lacking.empty()) lacking = "-";  // all of them are there, and more
  return lacking;
}

ChangeSide side_of(const Observation* one, const Observation* other) {
  if (one == nullptr) return {};
  const std::string words = words_lacking(*one, other);
  return {true, one->status, one->value, words.empty() ? one->display : words};
}

/// A difference between what one contract gets on the two sides.
struct Difference {
  const Observation* before = nullptr;
  const Observation* after = nullptr;
};

std::vector<Difference> differences(const std::vector<Observation>& before, const std::vector<Observation>& after) {
  std::unordered_map<std::string, const Observation*> old;
  for (const Observation& each : before) old.emplace(each.key(), &each);
  std::vector<Difference> result;
  std::set<const Observation*> matched;
  for (const Observation& now : after) {
    const auto found = old.find(now.key());
    const Observation* was = found == old.end() ? nullptr : found->second;
    matched.insert(was);
    if (was == nullptr ? says_nothing(&now) && now.kind != Kind::finding : same_outcome(*was, now)) continue;
    result.push_back({was, &now});
  }
  for (const Observation& was : before) {
    if (!matched.contains(&was) && !says_nothing(&was)) result.push_back({&was, nullptr});
  }
  return result;
}

/// A term is shown with its end, which then is no change of its own. The words of a line follow from the dates that are
/// asked with it: those are said, then.
void drop_what_is_said_already(std::vector<Difference>& found) {
  const auto either = [](const Difference& each) -> const Observation& {
    return each.after != nullptr ? *each.after : *each.before;
  };
  const auto same_line = [&](const Difference& a, const Difference& b) {
    const Matter* one = either(a).question.matter;
    const Matter* other = either(b).question.matter;
    return one != nullptr && other != nullptr && one->id == other->id && either(a).scope == either(b).scope;
  };
  std::erase_if(found, [&](const Difference& each) {
    if (either(each).question.aspect != Question::Aspect::end) return false;
    return std::any_of(found.begin(), found.end(), [&](const Difference& other) {
      return either(other).kind == Kind::matter && same_line(other, each);
    });
  });
  std::erase_if(found, [&](const Difference& each) {
    const bool both = each.before != nullptr && each.after != nullptr;
    if (either(each).kind != Kind::matter || !both || each.before->value || each.after->value) return false;
    return std::any_of(found.begin(), found.end(), [&](const Difference& other) {
      return either(other).kind == Kind::question && same_line(other, each);
    });
  });
}

class Builder {
 public:
  Builder(const Compared& compared, const std::vector<ComparedContract>& contracts)
      : compared_(compared), contracts_(contracts) {}

  std::vector<TermChange> run(const std::vector<Date>& days) {
    for (const Date day : days) {
      affected_.clear();
      for (const ComparedContract& each : usual_contracts(compared_.before, compared_.after, day)) compare(each, day);
      for (const ComparedContract& each : contracts_) compare(each, day);
    }
    return std::move(changes_);
  }

 private:
  using ServiceKey = std::tuple<ChannelId, ServiceId>;

  /// What contracts of a service have in common is looked at once.
  const Affected* affected(const ComparedContract& contract, Date day) {
    const ServiceKey key{contract.whom.channel, contract.whom.service};
    const auto found = affected_.find(key);
    if (found != affected_.end()) return &found->second;
    const Selection before = select(compared_.before, contract.before, day);
    const Selection after = select(compared_.after, contract.after, day);
    return &affected_.emplace(key, affected_matters(before, after, compared_.old_prints, compared_.new_prints))
                .first->second;
  }

  void compare(const ComparedContract& contract, Date day) {
    const Affected* wanted = affected(contract, day);
    if (wanted->none()) return;
    const Selection before = select(compared_.before, contract.before, day);
    const Selection after = select(compared_.after, contract.after, day);
    // Where a text is missing on one side that is the change, and nothing else can be said.
    const bool complete = before.missing.empty() && after.missing.empty();
    const ObservedMatters matters =
        contract.whom.contract.empty() ? ObservedMatters::all : ObservedMatters::without_words;
    const std::vector<Observation> old = complete ? observe(before, *wanted, matters) : observe_texts(before);
    const std::vector<Observation> now = complete ? observe(after, *wanted, matters) : observe_texts(after);
    std::vector<Difference> found = differences(old, now);
    drop_what_is_said_already(found);
    for (const Difference& each : found) {
      // Which options and quantities a customer has is invented where nobody is asked about: what they come to together
      // says nothing, and is said item by item.
      const Observation& either = each.after != nullptr ? *each.after : *each.before;
      const Matter* matter = either.question.matter;
      const bool total = matter != nullptr && !matter->sum_by.empty() && !either.scope.contains(matter->sum_by);
      if (!contract.whom.contract.empty() || !total) add(each, contract.whom, before, after, day);
    }
  }

  std::string group_of(const Difference& each, Direction direction) const {
    const Observation& either = each.after != nullptr ? *each.after : *each.before;
    Observation about = either;
    if (about.kind != Kind::finding) about.facts.clear();  // sample days follow the day in question
    std::string group = fmt::format("{}\n{}\n", about.key(), static_cast<int>(direction));
    const auto add_side = [&](const Observation* one, const Fingerprints& prints) {
      group += one == nullptr ? std::string{"-"} : fmt::format("{}\n", to_string(one->status));
      for (const Rule* rule : one == nullptr ? std::vector<const Rule*>{} : one->rules) group += prints.of(*rule);
      group += '\n';
    };
    add_side(each.before, compared_.old_prints);
    add_side(each.after, compared_.new_prints);
    return group;
  }

  void add(const Difference& each, const Whom& whom, const Selection& before, const Selection& after, Date day) {
    const Direction direction = direction_between(each.before, each.after);
    const std::string group = group_of(each, direction);
    const auto [found, fresh] = groups_.try_emplace(group, changes_.size());
    ChangeInstance instance{whom, side_of(each.before, each.after), side_of(each.after, each.before)};
    if (!fresh) {
      TermChange& known = changes_[found->second];
      const bool said = std::any_of(known.instances.begin(), known.instances.end(),
                                    [&](const ChangeInstance& other) { return other.whom == whom; });
      if (known.day == day || !said) known.instances.push_back(std::move(instance));
      return;
    }
    const Observation& either = each.after != nullptr ? *each.after : *each.before;
    TermChange change;
    change.kind = either.kind;
    change.asked = either.asked;
    change.label = label_of(either, each.after != nullptr ? compared_.after : compared_.before);
    change.matter = either.question.matter;
    change.scope = either.scope;
    change.facts = either.facts;
    change.direction = direction;
    change.day = day;
    change.sources_before = sources_of(each.before);
    change.sources_after = sources_of(each.after);
    change.causes =
        causes_of(each.before, each.after, {&before, &compared_.old_prints}, {&after, &compared_.new_prints});
    change.instances.push_back(std::move(instance));
    changes_.push_back(std::move(change));
  }

  const Compared& compared_;
  const std::vector<ComparedContract>& contracts_;
  std::map<ServiceKey, Affected> affected_;
  std::map<std::string, std::size_t> groups_;
  std::vector<TermChange> changes_;
};

}  // namespace

std::vector<TermChange> term_changes(const Compared& compared, const std::vector<ComparedContract>& contracts,
                                     const std::vector<Date>& days) {
  return Builder(compared, contracts).run(days);
}

}  // namespace yomikae
