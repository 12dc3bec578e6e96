#include "diff/amendment_notice.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/provision_names.h"
#include "effective/effective_terms.h"

namespace yomikae {
namespace {

/// Whose document it is: what stands before the slash.
std::string_view party_of(const DocumentId& document) {
  return std::string_view(document.value).substr(0, document.value.find('/'));
}

bool is_known(const Terms& terms, const HeldVersion& version) {
  return std::any_of(terms.versions.begin(), terms.versions.end(), [&](const HeldVersion& each) {
    return each.text.document == version.text.document && each.text.from == version.text.from;
  });
}

class Search {
 public:
  Search(const Terms& terms, const Gate& gate, Date day)
      : terms_(terms), gate_(gate), day_(day), contracts_(usual_contracts(terms, terms, day)) {}

  std::optional<AmendmentNotice> of(const HeldVersion& version) const {
    AmendmentNotice notice;
    notice.version = &version;
    for (const ComparedContract& each : contracts_) {
      // By the texts in force now: they say how they may be changed.
      const Selection texts = select(terms_, each.after, day_);
      const bool governs = std::any_of(texts.layers.begin(), texts.layers.end(), [&](const Layer& layer) {
        return layer.held != nullptr && layer.held->text.document == version.text.document;
      });
      if (!governs) continue;
      notice.whom.push_back(each.whom);
      ask(texts, notice);
    }
    if (notice.whom.empty()) return std::nullopt;
    if (!notice.latest) notice.latest = version.text.from - std::chrono::days{1};
    notice.late = day_ > *notice.latest;
    return notice;
  }

 private:
  static bool own(const Rule& rule, const AmendmentNotice& notice) {
    return party_of(rule.document) == party_of(notice.version->text.document);
  }

  void ask(const Selection& texts, AmendmentNotice& notice) const {
    const Matter* deadline = texts.ontology().matter(gate_.amendment.deadline.text);
    if (deadline != nullptr && notice.source.empty()) {
      Asked asked;
      asked.question = {deadline, Question::Aspect::latest};
      asked.text = deadline->id.value;
      asked.facts = {{"effect", notice.version->text.from}};
      const Answer result = answer(asked, texts);
      const std::optional<Value>& day = result.safe ? result.safe : result.value;
      const auto* latest = day ? std::get_if<Date>(&*day) : nullptr;
      const bool by_own = !result.trace.sources.empty() && own(*result.trace.sources.front(), notice);
      if (latest != nullptr && by_own) {
        notice.latest = *latest;
        notice.source = address_of(*result.trace.sources.front());
      }
    }
    for (const Scalar& name : gate_.amendment.words) {
      for (const Rule* rule : texts.candidates.on({name.text})) {
        if (!own(*rule, notice)) continue;
        std::string words = fmt::format("{}: {}", address_of(*rule), rule_display(*rule, texts));
        if (std::find(notice.words.begin(), notice.words.end(), words) == notice.words.end()) {
          notice.words.push_back(std::move(words));
        }
      }
    }
  }

  const Terms& terms_;
  const Gate& gate_;
  Date day_;
  std::vector<ComparedContract> contracts_;
};

}  // namespace

std::vector<AmendmentNotice> amendment_notices(const Terms& before, const Terms& after, const Gate& gate, Date day) {
  std::vector<AmendmentNotice> notices;
  std::vector<const HeldVersion*> fresh;
  for (const HeldVersion& each : after.versions) {
    const bool follows = std::any_of(after.versions.begin(), after.versions.end(), [&](const HeldVersion& other) {
      return other.text.document == each.text.document && other.text.from < each.text.from;
    });
    if (follows && !is_known(before, each)) fresh.push_back(&each);
  }
  if (fresh.empty()) return notices;
  const Search search(after, gate, day);
  for (const HeldVersion* each : fresh) {
    if (auto notice = search.of(*each)) notices.push_back(std::move(*notice));
  }
  return notices;
}

}  // namespace yomikae
