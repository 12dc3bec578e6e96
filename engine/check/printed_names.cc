#include "check/printed_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "check/citing.h"
#include "check/held_texts.h"
#include "check/near_words.h"
#include "check/price_table.h"
#include "check/rule_subject.h"

namespace yomikae {
namespace {

/// What is printed at a provision by which things are told apart: its row, its name, or its text.
Scalar printed_at(const Provision& provision) {
  if (!provision.name.empty()) return {provision.name, provision.name_place};
  for (const Scalar& cell : provision.cells) {
    if (!cell.text.empty()) return cell;
  }
  return {provision.text, provision.place};
}

struct Row {
  const Provision* provision = nullptr;
  std::u32string key;
  std::u32string corrected;  ///< with its errata put right
  std::u32string head;       ///< its name or first cell, or its text, with its errata put right

  [[nodiscard]] bool prints(std::u32string_view label) const {
    return key.find(label) != std::u32string::npos || corrected.find(label) != std::u32string::npos;
  }
  /// Whether it is the row of that name, not one that mentions it.
  [[nodiscard]] bool is_of(std::u32string_view label) const {
    const bool text_only = provision->name.empty() && provision->cells.empty();
    return text_only ? std::u32string_view(head).starts_with(label) : head.find(label) != std::u32string::npos;
  }
  [[nodiscard]] double shares(std::u32string_view label) const {
    return std::max(shared_with(label, key), shared_with(label, corrected));
  }
};

class Names {
 public:
  /// `unprinted`: labels that are reported where they stand.
  Names(const HeldVersion& held, const Ontology& ontology, const std::set<std::string>& unprinted, Findings& findings)
      : held_(held), ontology_(ontology), unprinted_(unprinted), findings_(findings) {}

  void check() {
    for (const Rule& rule : held_.rules.rules) check_rule(rule);
  }

 private:
  struct Label {
    std::string text;
    std::u32string key;
  };

  void check_rule(const Rule& rule) {
    const Provision* provision = held_.text.find(rule.at.path);
    if (provision == nullptr || provision->path.item.empty()) return;
    std::vector<Label> labels;
    for (std::string& each : labels_of(rule, ontology_)) {
      const std::u32string& key = key_of(each);
      labels.push_back({std::move(each), key});
    }
    if (labels.empty()) return;
    const std::vector<Row>& rows = rows_of(*provision);
    const auto own = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.provision == provision; });
    const Row alone = own == rows.end() ? row(*provision) : *own;
    const auto printed =
        std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return alone.prints(label.key); });
    if (printed != labels.end()) {
      if (alone.key.find(printed->key) == std::u32string::npos) report_known(*provision, printed->text);
      check_holdings(rule, *provision, alone);
      return;
    }
    if (own != rows.end() && check_other_row(rule, alone, rows, labels)) return;
    for (const Label& label : labels) {
      if (check_variant(*provision, alone, label.text, label.key)) return;
    }
    check_holdings(rule, *provision, alone);
  }

  const std::u32string& key_of(const std::string& label) {
    const auto [known, is_new] = keys_.try_emplace(label);
    if (is_new) known->second = name_key(label);
    return known->second;
  }

  Row row(const Provision& provision) const {
    std::string words = row_words(held_.text, provision);
    std::string head = printed_at(provision).text;
    Row result{&provision, name_key(words), {}, {}};
    const auto errata = errata_at(held_, provision.path);
    for (const Erratum* each : errata) {
      words = put_right(words, *each);
      head = put_right(head, *each);
    }
    if (!errata.empty()) result.corrected = name_key(words);
    result.head = name_key(head);
    return result;
  }

  const std::vector<Row>& rows_of(const Provision& provision) {
    auto [known, is_new] = rows_.try_emplace(provision.path.parent());
    if (is_new) {
      for (const Provision* each : rows_beside(held_.text, provision)) known->second.push_back(row(*each));
    }
    return known->second;
  }

  /// Whether another row of the list prints what the rule is about.
  bool check_other_row(const Rule& rule, const Row& own, const std::vector<Row>& rows,
                       const std::vector<Label>& labels) {
    const Row* other = nullptr;
    const Label* label = nullptr;
    double best = 0;
    for (const Label& each : labels) {
      for (const Row& row : rows) {
        if (row.provision == own.provision) continue;
        const double shared = row.is_of(each.key) ? 2 : std::min(row.shares(each.key), 1.0);
        if (shared > best) {
          best = shared;
          other = &row;
          label = &each;
        }
      }
    }
    if (other == nullptr) return false;
    const bool composed = best <= 1 && !options_or_items(rule).empty();
    const bool nearer = composed && best >= 0.4 && best >= own.shares(label->key) * 1.5 + 0.1;
    if (best <= 1 && !nearer) return false;
    const std::string address = to_string(other->provision->path);
    const std::string_view kind = is_price_row(rule) ? "price/wrong-row" : "offer/wrong-row";
    Finding& finding =
        findings_
            .add(kind, rule.at_place,
                 {fmt::format("「{}」の定めだが、{}は「{}」のもの", label->text, own.provision->label,
                              printed_at(*own.provision).text),
                  fmt::format("the rule is about `{}`, and {} is about `{}`", label->text,
                              to_string(own.provision->path), printed_at(*own.provision).text)},
                 {fmt::format("「{}」は{}にある: at: '#{}'", label->text, other->provision->label, address),
                  fmt::format("`{}` stands at: '#{}'", label->text, address)})
            .about(fmt::format("{}#{}", held_.text.document.value, to_string(rule.at.path)), label->text);
    finding.related.push_back({printed_at(*own.provision).place, {"この番号の行", "the row of that number"}});
    finding.related.push_back({printed_at(*other->provision).place, {"この名称の行", "the row of that name"}});
    return true;
  }

  /// Whether a rule was written, with others, as one row of prices.
  [[nodiscard]] bool is_price_row(const Rule& rule) const {
    return std::any_of(held_.rules.rules.begin(), held_.rules.rules.end(),
                       [&](const Rule& each) { return each.at_place == rule.at_place && prices(each, ontology_); });
  }

  [[nodiscard]] std::vector<std::string> options_or_items(const Rule& rule) const {
    std::vector<std::string> names = options_of(rule, ontology_);
    for (const Dimension& dimension : ontology_.dimensions) {
      const auto& sets = dimension.sets;
      if (std::find(sets.begin(), sets.end(), ontology_.item_set) == sets.end()) continue;
      const auto& items = admitted(rule, dimension.name);
      names.insert(names.end(), items.begin(), items.end());
    }
    return names;
  }

  /// What an option needs of another provider is named as that calls it.
  void check_holdings(const Rule& rule, const Provision& provision, const Row& own) {
    for (const std::string& holding : holdings_in(rule)) {
      const std::string label = ontology_.label_of(ontology_.holding_set, holding);
      check_variant(provision, own, label, key_of(label));
    }
  }

  bool check_variant(const Provision& provision, const Row& own, const std::string& label, std::u32string_view key) {
    const std::string words = row_words(held_.text, provision);
    if (own.prints(key)) {
      if (own.key.find(key) == std::u32string::npos) report_known(provision, label);
      return true;
    }
    const auto near = misprint_of(key, own.key);
    if (!near || unprinted_.contains(label)) return false;
    const FoldedText folded = fold(words);
    const std::string printed =
        words.substr(folded.begin[near->begin], folded.end[near->end - 1] - folded.begin[near->begin]);
    const Scalar at = printed_at(provision);
    findings_
        .add("name/variant", at.place,
             {fmt::format("「{}」は「{}」と同じものを指すとみられるが、名称が違う", printed, label),
              fmt::format("`{}` seems to be `{}` under another name", printed, label)},
             {fmt::format("印刷どおりなら、正誤に「{}」→「{}」と書く", printed, label),
              fmt::format("where it is printed so, an erratum says that `{}` is meant", label)})
        .about(fmt::format("{}#{}", held_.text.document.value, to_string(provision.path)), label);
    return true;
  }

  void report_known(const Provision& provision, const std::string& label) {
    const Scalar at = printed_at(provision);
    Finding& finding = findings_
                           .add("name/known-misprint", at.place,
                                {fmt::format("「{}」の名称が誤植とみられる（正誤がある）", label),
                                 fmt::format("`{}` is misprinted here, as an erratum says", label)})
                           .about(fmt::format("{}#{}", held_.text.document.value, to_string(provision.path)), label);
    for (const Erratum* each : errata_at(held_, provision.path)) {
      if (name_key(put_right(row_words(held_.text, provision), *each)).find(name_key(label)) == std::u32string::npos)
        continue;
      finding.related.push_back({each->place, {"正誤", "the erratum"}});
    }
  }

  const HeldVersion& held_;
  const Ontology& ontology_;
  const std::set<std::string>& unprinted_;
  Findings& findings_;
  std::map<std::string, std::u32string> keys_;
  std::map<ProvisionPath, std::vector<Row>> rows_;
};

/// The labels of options and of contracts held elsewhere that no text prints, although one prints something very like
/// them: then the label is what is wrong.
std::set<std::string> check_labels(const Terms& terms, Findings& findings) {
  std::vector<Row> rows;
  for (const HeldVersion& held : terms.versions) {
    for (const Provision& provision : held.text.provisions) {
      std::string words = provision.name + "\x1f" + provision.text;
      for (const Scalar& cell : provision.cells) words += "\x1f" + cell.text;
      for (const auto& row : provision.rows) {
        if (!row.empty()) words += "\x1f" + row.front().text;
      }
      Row row{&provision, name_key(words), {}, {}};
      const auto errata = errata_at(held, provision.path);
      for (const Erratum* each : errata) words = put_right(words, *each);
      if (!errata.empty()) row.corrected = name_key(words);
      rows.push_back(std::move(row));
    }
  }
  std::set<std::string> unprinted;
  for (const std::string& name : {terms.ontology.option_set, terms.ontology.holding_set}) {
    const ChoiceSet* set = terms.ontology.set(name);
    if (set == nullptr) continue;
    for (const auto& choice : set->choices) {
      const std::u32string key = name_key(choice.label);
      if (std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.prints(key); })) continue;
      const auto near = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return misprint_of(key, row.key).has_value() && !row.provision->path.item.empty();
      });
      if (near == rows.end()) continue;
      unprinted.insert(choice.label);
      const Scalar printed = printed_at(*near->provision);
      findings
          .add("name/unprinted", choice.place,
               {fmt::format("「{}」という名称は、どの文書にも印刷されていない", choice.label),
                fmt::format("no text prints the name `{}`", choice.label)},
               {fmt::format("「{}」のことか", printed.text), fmt::format("is it `{}`?", printed.text)})
          .about(fmt::format("{}/{}", set->name, choice.name))
          .related.push_back({printed.place, {"似た名称が印刷されているところ", "where something like it is printed"}});
    }
  }
  return unprinted;
}

}  // namespace

void check_names(const Checked& checked, Findings& findings) {
  const std::set<std::string> unprinted = check_labels(checked.terms, findings);
  for (const HeldVersion* held : texts_in_force(checked)) {
    Names(*held, checked.terms.ontology, unprinted, findings).check();
  }
}

}  // namespace yomikae
