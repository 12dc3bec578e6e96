#include "overlay/substitution.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

// Sorted and disjoint, so that one look-up answers whether a span overlaps any of them.
std::vector<ByteRange> merged(std::span<const ByteRange> ranges) {
  std::vector<ByteRange> sorted(ranges.begin(), ranges.end());
  std::erase_if(sorted, [](const ByteRange& range) { return range.begin >= range.end; });
  std::ranges::sort(sorted, {}, &ByteRange::begin);
  std::vector<ByteRange> result;
  for (const ByteRange& range : sorted) {
    if (!result.empty() && range.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

}  // namespace

// One text on its way through. Positions are indices into the folded key.
class Substitution::Pass {
 public:
  Pass(const Substitution& names, std::string_view text, std::span<const ByteRange> untouchable)
      : names_(names), text_(text), folded_(fold(text)), untouchable_(merged(untouchable)) {}

  // Every position is visited, those inside a replaced name too: another name may begin there and
  // protect what follows.
  Substituted run() {
    for (std::size_t at = 0; at < folded_.key.size(); ++at) {
      if (is_edge(at)) {
        visit(at);
      }
    }
    result_.text += text_.substr(copied_);
    return std::move(result_);
  }

 private:
  // Replaces the longest source at `at` that may be replaced. Notes the longer ones that may not,
  // and how far another name reaches from here.
  void visit(std::size_t at) {
    bool done = at < replaced_to_;
    bool in_other_name = at < protected_to_;
    for (const Name& name : names_.names_from(folded_.key[at])) {
      if (!occurs(name, at)) {
        continue;
      }
      const std::size_t end = at + name.key.size();
      const ByteRange printed{.begin = folded_.begin[at], .end = folded_.end[end - 1]};
      const bool splits_word = splits_latin_word(text_, printed.begin) || splits_latin_word(text_, printed.end);
      if (!name.rule) {
        if (!splits_word) {
          protected_to_ = std::max(protected_to_, end);
          in_other_name = true;  // those that follow are shorter
        }
      } else if (!done && !touches_untouchable(printed)) {
        done = !splits_word && !in_other_name;
        if (done) {
          replace(*name.rule, printed);
          replaced_to_ = end;
        } else {
          suppress(*name.rule, printed, splits_word);
        }
      }
    }
  }

  // Whether what was printed can be divided before `position`: not inside ㈱, which folds to three.
  [[nodiscard]] bool is_edge(std::size_t position) const {
    return position == 0 || position == folded_.key.size() || folded_.begin[position] != folded_.begin[position - 1];
  }

  [[nodiscard]] bool occurs(const Name& name, std::size_t at) const {
    return folded_.key.compare(at, name.key.size(), name.key) == 0 && is_edge(at + name.key.size());
  }

  [[nodiscard]] bool touches_untouchable(ByteRange printed) const {
    const auto ends_after = std::ranges::upper_bound(untouchable_, printed.begin, {}, &ByteRange::end);
    return ends_after != untouchable_.end() && ends_after->begin < printed.end;
  }

  void suppress(std::size_t rule, ByteRange printed, bool splits_word) {
    result_.suppressed.push_back(
        {.rule = rule,
         .begin = printed.begin,
         .end = printed.end,
         .reason = splits_word ? Suppressed::Reason::inside_longer_word : Suppressed::Reason::inside_other_name});
  }

  void replace(std::size_t rule, ByteRange printed) {
    result_.text += text_.substr(copied_, printed.begin - copied_);
    const std::size_t begin = result_.text.size();
    result_.text += names_.rules_[rule].to;
    result_.replacements.push_back({.rule = rule,
                                    .printed = std::string{text_.substr(printed.begin, printed.end - printed.begin)},
                                    .begin = begin,
                                    .end = result_.text.size()});
    copied_ = printed.end;
  }

  const Substitution& names_;
  std::string_view text_;
  FoldedText folded_;
  std::vector<ByteRange> untouchable_;
  std::size_t replaced_to_ = 0;   // no source is looked for before it
  std::size_t protected_to_ = 0;  // the furthest end of the other names that began so far
  std::size_t copied_ = 0;        // bytes of the input that are in the result, replaced or not
  Substituted result_;
};

Substitution::Substitution(std::vector<SubstitutionRule> rules, const std::vector<std::string>& other_names)
    : rules_(std::move(rules)) {
  names_.reserve(rules_.size() + other_names.size());
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    names_.push_back({.key = fold(rules_[i].from).key, .rule = i});
    if (names_.back().key.empty()) {
      throw std::invalid_argument(
          fmt::format("the source of substitution {} (`{}`) is empty", i + 1, single_line(rules_[i].label)));
    }
  }
  for (std::size_t i = 0; i < other_names.size(); ++i) {
    names_.push_back({.key = fold(other_names[i]).key, .rule = std::nullopt});
    if (names_.back().key.empty()) {
      throw std::invalid_argument(fmt::format("the other name {}, which substitution leaves alone, is empty", i + 1));
    }
  }
  // Stable: of names with one key the first rule comes first, and is the one that stays.
  std::ranges::stable_sort(names_, [](const Name& a, const Name& b) {
    return std::make_tuple(a.key[0], b.key.size(), std::cref(a.key)) <
           std::make_tuple(b.key[0], a.key.size(), std::cref(b.key));
  });
  const auto repeated = std::ranges::unique(names_, {}, &Name::key);
  names_.erase(repeated.begin(), repeated.end());
}

std::span<const Substitution::Name> Substitution::names_from(char32_t first) const {
  return std::ranges::equal_range(names_, first, {}, [](const Name& name) { return name.key[0]; });
}

Substituted Substitution::apply(std::string_view text, std::span<const ByteRange> untouchable) const {
  return Pass(*this, text, untouchable).run();
}

}  // namespace yomikae
