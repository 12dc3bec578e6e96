#include "check/definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "check/citing.h"
#include "check/near_words.h"

namespace yomikae {
namespace {

/// A provision with all it says, folded.
struct ReadProvision {
  const Provision* provision = nullptr;
  std::u32string words;  ///< its text and tail
  std::u32string all;    ///< with its name and cells
};

struct Definition {
  const ReadProvision* at = nullptr;
  const DefinedTerm* defined = nullptr;
  std::u32string term;
};

/// A version with its words and its definitions.
struct ReadVersion {
  const HeldVersion* held = nullptr;
  std::vector<ReadProvision> provisions;
  std::vector<Definition> definitions;
  std::vector<const ReadVersion*> beside;  ///< what stands with it in some state

  [[nodiscard]] bool defines(std::u32string_view term) const {
    return std::any_of(definitions.begin(), definitions.end(),
                       [&](const Definition& each) { return each.term == term; });
  }
  [[nodiscard]] bool defined_beside(std::u32string_view term) const {
    return defines(term) ||
           std::any_of(beside.begin(), beside.end(), [&](const ReadVersion* each) { return each->defines(term); });
  }
};

ReadVersion read(const HeldVersion& held) {
  ReadVersion result;
  result.held = &held;
  for (const Provision& each : held.text.provisions) {
    ReadProvision one{&each, fold(each.text + each.tail).key, {}};
    std::string more = each.name;
    for (const Scalar& cell : each.cells) more += "\x1f" + cell.text;
    for (const auto& row : each.rows) {
      for (const Scalar& cell : row) more += "\x1f" + cell.text;
    }
    one.all = fold(more).key + U'\x1f' + one.words;
    result.provisions.push_back(std::move(one));
  }
  for (const ReadProvision& each : result.provisions) {
    for (const DefinedTerm& defined : each.provision->defines) {
      result.definitions.push_back({&each, &defined, fold(defined.term).key});
    }
  }
  return result;
}

/// Whether two letters belong to one word: both of the Chinese script, or both katakana.
bool one_word(char32_t a, char32_t b) {
  const auto kanji = [](char32_t unit) { return unit >= U'\x4e00' && unit <= U'\x9fff'; };
  const auto katakana = [](char32_t unit) { return unit >= U'\x30a1' && unit <= U'\x30fc'; };
  return (kanji(a) && kanji(b)) || (katakana(a) && katakana(b));
}

/// How often a term stands in a text, not counting where it goes on to the left as part of a longer word.
std::size_t occurrences(std::u32string_view term, std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(term); at != std::u32string_view::npos; at = text.find(term, at + 1)) {
    if (at == 0 || !one_word(text[at - 1], term.front())) ++count;
  }
  return count;
}

class Definitions {
 public:
  Definitions(const Checked& checked, Findings& findings) : checked_(checked), findings_(findings) {}

  void check() {
    read_versions();
    for (const auto& [held, version] : versions_) {
      check_twice(version);
      check_unused(version);
      check_formulas(version);
      check_rows(version);
      check_deleted(version);
    }
  }

 private:
  /// Every version that some state is made of.
  void read_versions() {
    std::vector<std::vector<const HeldVersion*>> states;
    for (const State& state : checked_.states) {
      std::vector<const HeldVersion*> held;
      for (const Layer& layer : state.selection.layers) {
        if (layer.held != nullptr) held.push_back(layer.held);
      }
      for (const HeldVersion* each : held) {
        if (!versions_.contains(each)) versions_.emplace(each, read(*each));
      }
      states.push_back(std::move(held));
    }
    for (auto& [held, version] : versions_) {
      for (const auto& state : states) {
        if (std::find(state.begin(), state.end(), held) == state.end()) continue;
        for (const HeldVersion* each : state) {
          const ReadVersion* other = &versions_.at(each);
          const bool known =
              each == held || std::find(version.beside.begin(), version.beside.end(), other) != version.beside.end();
          if (!known) version.beside.push_back(other);
        }
      }
    }
  }

  static std::string subject(const ReadVersion& version, const Provision& provision) {
    return fmt::format("{}#{}", version.held->text.document.value, to_string(provision.path));
  }

  void check_twice(const ReadVersion& version) {
    for (auto it = version.definitions.begin(); it != version.definitions.end(); ++it) {
      const auto first =
          std::find_if(version.definitions.begin(), it, [&](const Definition& each) { return each.term == it->term; });
      if (first == it || same_caption(first->defined->means, it->defined->means)) continue;
      findings_
          .add("definition/conflict", it->defined->place,
               {fmt::format("「{}」が、{} と違う意味で二度定義されている", it->defined->term,
                            first->at->provision->label),
                fmt::format("`{}` is defined a second time, otherwise than in {}", it->defined->term,
                            to_string(first->at->provision->path))})
          .about(subject(version, *it->at->provision), it->defined->term)
          .related.push_back({first->defined->place, {"先の定義", "the first definition"}});
    }
  }

  /// The provision, other than where it is defined, that uses a term; here or in a text beside.
  static const ReadProvision* used(const Definition& definition, const ReadVersion& version) {
    for (const ReadProvision& each : version.provisions) {
      if (&each != definition.at && occurrences(definition.term, each.all) > 0) return &each;
    }
    for (const ReadVersion* other : version.beside) {
      for (const ReadProvision& each : other->provisions) {
        if (occurrences(definition.term, each.all) > 0) return &each;
      }
    }
    const bool again = occurrences(definition.term, definition.at->words) > 1;
    return again ? definition.at : nullptr;
  }

  void check_unused(const ReadVersion& version) {
    std::map<ProvisionPath, std::pair<int, int>> lists;  // by the paragraph they stand in: all, and those not used
    std::vector<const Definition*> unused;
    for (const Definition& each : version.definitions) {
      auto& [all, idle] = lists[each.at->provision->path.parent()];
      ++all;
      if (used(each, version) != nullptr) continue;
      ++idle;
      unused.push_back(&each);
    }
    for (const Definition* each : unused) {
      if (check_near(*each, version)) continue;
      const ProvisionPath& path = each->at->provision->path;
      const auto& [all, idle] = lists[path.parent()];
      // A list of which much is used nowhere is a catalogue, no glossary: only what some rule rests on is looked at.
      const bool catalogue = idle * 3 > all;
      const auto& rules = version.held->rules.rules;
      const bool rested_on =
          std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.at.path == path; });
      if (catalogue && !rested_on) continue;
      findings_
          .add("definition/unused", each->defined->place,
               {fmt::format("「{}」は定義されているが、どこにも使われていない", each->defined->term),
                fmt::format("`{}` is defined and used nowhere", each->defined->term)})
          .about(subject(version, *each->at->provision), each->defined->term);
    }
  }

  /// A term nobody uses, and words that are nearly it.
  bool check_near(const Definition& definition, const ReadVersion& version) {
    for (const ReadProvision& each : version.provisions) {
      if (&each == definition.at && each.provision->defines.empty()) continue;
      const auto near = misprint_of(definition.term, each.words, 1);
      if (!near) continue;
      const std::u32string_view words = std::u32string_view(each.words).substr(near->begin, near->end - near->begin);
      const bool another =
          words.front() != definition.term.front() ||
          std::any_of(version.definitions.begin(), version.definitions.end(),
                      [&](const Definition& other) { return other.term.find(words) != std::u32string::npos; });
      if (another) continue;
      report_near(definition, version, *each.provision, printed(*each.provision, *near));
      return true;
    }
    return false;
  }

  static std::string printed(const Provision& provision, const NearWords& near) {
    const std::string text = provision.text + provision.tail;
    const FoldedText folded = fold(text);
    return text.substr(folded.begin[near.begin], folded.end[near.end - 1] - folded.begin[near.begin]);
  }

  void report_near(const Definition& definition, const ReadVersion& version, const Provision& user,
                   const std::string& words) {
    Finding& finding =
        findings_
            .add("definition/near-miss", definition.defined->place,
                 {fmt::format("「{}」と定義されているが、使われているのは「{}」", definition.defined->term, words),
                  fmt::format("`{}` is defined, and `{}` is used", definition.defined->term, words)},
                 {"同じものなら、その旨を正誤に書く", "where both are one, an erratum says so"})
            .about(subject(version, *definition.at->provision), definition.defined->term);
    finding.related.push_back(
        {user.place, {fmt::format("「{}」が使われているところ", words), fmt::format("where `{}` is used", words)}});
    for (const Erratum* each : errata_at(*version.held, definition.at->provision->path)) {
      if (!same_caption(put_right(definition.defined->term, *each), words)) continue;
      finding.related.push_back({each->place, {"正誤がそう述べている", "the erratum that says so"}});
    }
  }

  /// 以下「…」, 「…」という: words that define, without the definition.
  void check_formulas(const ReadVersion& version) {
    for (const ReadProvision& each : version.provisions) {
      const std::u32string& words = each.words;
      for (std::size_t open = words.find(U'「'); open != std::u32string::npos; open = words.find(U'「', open + 1)) {
        const std::size_t close = words.find(U'」', open);
        if (close == std::u32string::npos) break;
        const std::u32string term = words.substr(open + 1, close - open - 1);
        if (!introduces(words, open, close) || version.defined_beside(term)) continue;
        report_missing(version, *each.provision, each.provision->place, quoted(*each.provision, open, close), nullptr);
      }
    }
  }

  static bool introduces(const std::u32string& words, std::size_t open, std::size_t close) {
    const std::u32string_view behind = std::u32string_view(words).substr(close + 1);
    if (behind.starts_with(U"という") || behind.starts_with(U"と総称")) return true;
    const std::size_t from = words.rfind(U"以下", open);
    if (from == std::u32string::npos || open - from > 10) return false;
    const std::u32string between = words.substr(from, open - from);
    return between.find_first_of(U"。」)") == std::u32string::npos;
  }

  static std::string quoted(const Provision& provision, std::size_t open, std::size_t close) {
    const std::string text = provision.text + provision.tail;
    const FoldedText folded = fold(text);
    return text.substr(folded.end[open], folded.begin[close] - folded.end[open]);
  }

  /// The rows of a table of terms define each its name.
  void check_rows(const ReadVersion& version) {
    std::map<ProvisionPath, std::vector<const ReadProvision*>> tables;
    for (const ReadProvision& each : version.provisions) {
      const bool row = !each.provision->path.item.empty() && each.provision->path.subitem.empty();
      if (row && !each.provision->name.empty()) tables[each.provision->path.parent()].push_back(&each);
    }
    for (const auto& [path, rows] : tables) {
      const auto own = [](const ReadProvision* row) {
        const auto& defines = row->provision->defines;
        return std::any_of(defines.begin(), defines.end(),
                           [&](const DefinedTerm& each) { return same_caption(each.term, row->provision->name); });
      };
      const auto defining = std::count_if(rows.begin(), rows.end(), own);
      if (rows.size() < 3 || defining * 4 < static_cast<std::ptrdiff_t>(rows.size()) * 3) continue;
      check_gap(version, rows);
      for (const ReadProvision* row : rows) {
        if (own(row)) continue;
        report_missing(version, *row->provision, row->provision->place, row->provision->name, nullptr);
      }
    }
  }

  /// A number that is missing in a table of terms was the number of a term.
  void check_gap(const ReadVersion& version, const std::vector<const ReadProvision*>& rows) {
    const auto number = [](const ReadProvision* row) {
      return std::strtol(row->provision->path.item.c_str(), nullptr, 10);
    };
    for (std::size_t at = 1; at < rows.size(); ++at) {
      const long missing = number(rows[at - 1]) + 1;
      if (number(rows[at]) <= missing) continue;
      const Provision& behind = *rows[at]->provision;
      findings_
          .add("definition/missing", behind.place,
               {fmt::format("用語の表の第{}号がなく、そこで定義された語に定義がない", missing),
                fmt::format("item {} of the table of terms is missing, and with it what it defined", missing)},
               {"その語を使う条項がないかを見て、定義を戻す", "see what uses the term, and put the definition back"})
          .about(subject(version, behind), std::to_string(missing));
    }
  }

  /// What an earlier version of the text defined, or what every other text that uses the word does, is not defined any
  /// more and still used.
  void check_deleted(const ReadVersion& version) {
    std::map<std::u32string, std::set<DocumentId>> definers;
    std::map<std::u32string, const DefinedTerm*> earlier;
    std::map<std::u32string, std::string> spelled;
    for (const HeldVersion& held : checked_.terms.versions) {
      for (const Provision& provision : held.text.provisions) {
        for (const DefinedTerm& each : provision.defines) {
          const std::u32string term = fold(each.term).key;
          spelled.try_emplace(term, each.term);
          const bool same = held.text.document == version.held->text.document;
          if (!same) definers[term].insert(held.text.document);
          if (same && held.text.from < version.held->text.from) earlier[term] = &each;
        }
      }
    }
    for (const auto& [term, text] : spelled) {
      const auto was = earlier.find(term);
      const bool known = was != earlier.end() || definers[term].size() > 1;
      if (!known || version.defined_beside(term)) continue;
      const auto user = std::find_if(version.provisions.begin(), version.provisions.end(),
                                     [&](const ReadProvision& each) { return occurrences(term, each.all) > 0; });
      if (user == version.provisions.end()) continue;
      report_missing(version, *user->provision, user->provision->place, text,
                     was == earlier.end() ? nullptr : was->second);
    }
  }

  void report_missing(const ReadVersion& version, const Provision& provision, Place place, const std::string& term,
                      const DefinedTerm* earlier) {
    Finding& finding =
        findings_
            .add("definition/missing", place,
                 {fmt::format("「{}」が使われているが、定義がない", term),
                  fmt::format("`{}` is used and not defined", term)},
                 {fmt::format("定める条項の `defines` に書く: - {{ term: {}, means: … }}", term),
                  fmt::format("to stand in `defines` of the provision that defines it: - {{ term: {}, means: … }}",
                              term)})
            .about(subject(version, provision), term);
    if (earlier != nullptr) {
      finding.related.push_back({earlier->place, {"前の版の定義", "the definition of an earlier version"}});
    }
  }

  const Checked& checked_;
  Findings& findings_;
  std::map<const HeldVersion*, ReadVersion> versions_;
};

}  // namespace

void check_definitions(const Checked& checked, Findings& findings) { Definitions(checked, findings).check(); }

}  // namespace yomikae
