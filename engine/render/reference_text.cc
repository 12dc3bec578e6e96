#include <fmt/format.h>

#include "base/text.h"
#include "render/output.h"
#include "render/reference_words.h"

namespace yomikae {
namespace {

constexpr std::size_t text_width = 104;

class ReferencePrinter {
 public:
  ReferencePrinter(const Terms& terms, TextStyle style) : words_(terms, style.language) {}

  std::string print(const std::vector<ProvisionEntry>& entries) {
    for (const ProvisionEntry& each : entries) print(each);
    return std::move(out_);
  }

  std::string print(const MatterEntry& entry) {
    out_ += fmt::format("{}  {}\n", entry.matter->id.value, entry.matter->label);
    const HeldVersion* current = nullptr;
    for (const auto& held : entry.rules) {
      if (held.version != current) {
        current = held.version;
        out_ += fmt::format("\n{}（{}@{}）\n", current->text.title, current->text.document.value,
                            to_string(current->text.from));
      }
      rule(*held.version, *held.rule, ReferenceWords::label(*held.version, held.rule->at));
    }
    for (const OpenPoint* point : entry.open_points) {
      const Address where{point->document, std::nullopt, point->at};
      const bool placed = !point->at.path.head.empty();
      line(words_.pick("未定", "open"),
           fmt::format("{}（{}）", point->text, words_.address(placed ? where : Address{point->document, {}, {}})));
    }
    if (!entry.no_rule_in.empty()) {
      std::string names;
      for (const HeldVersion* each : entry.no_rule_in)
        names += fmt::format("{}{}", names.empty() ? "" : "、", each->text.short_title);
      out_ +=
          fmt::format("\n{}: {}\n", words_.pick("この事項を定めない文書", "documents that say nothing on it"), names);
    }
    return std::move(out_);
  }

 private:
  void print(const ProvisionEntry& entry) {
    const Version& version = entry.version->text;
    const Provision& provision = *entry.provision;
    if (!out_.empty()) out_ += "\n";
    out_ += fmt::format("{}@{}#{}  {} {}{}\n", version.document.value, to_string(version.from),
                        to_string(provision.path), version.short_title, provision.label,
                        provision.heading.empty() ? "" : fmt::format("（{}）", provision.heading));
    const std::string text = ReferenceWords::text(provision);
    for (const std::string& each : wrap_to_width(text, text_width)) out_ += fmt::format("    {}\n", each);
    for (const DefinedTerm& each : provision.defines) {
      line(words_.pick("定義", "defines"),
           fmt::format("「{}」{}", each.term, each.means.empty() ? "" : "＝" + each.means));
    }
    for (const Rule* each : entry.rules) rule(*entry.version, *each, words_.pick("定め", "rule"));
    for (const PrecedenceRule* each : entry.precedence)
      line(words_.pick("優先順位", "precedence"), ReferenceWords::order(*each));
    for (const DormantProvision* each : entry.dormant) line(words_.pick("現に効力なし", "not in force"), each->because);
    for (const BareProvision* each : entry.bare)
      line(words_.pick("計算に関わる定めなし", "nothing computable"), each->because);
    for (const OpenPoint* each : entry.open_points) line(words_.pick("未定", "open"), each->text);
    for (const Erratum* each : entry.errata) line(words_.pick("正誤", "erratum"), ReferenceWords::erratum(*each));
    for (const Citation& each : provision.cites) {
      line(words_.pick("引用", "cites"), fmt::format("{} → {}", each.printed.text, words_.address(each.to)));
    }
    for (const CitedBy& each : entry.cited_by) {
      line(words_.pick("引用元", "cited by"), ReferenceWords::cited_by(each));
    }
    for (const ChannelUse& each : entry.uses) line(each.channel->name, std::string(words_.use(each.kind)));
  }

  void rule(const HeldVersion& version, const Rule& rule, std::string_view head) {
    line(head, words_.rule(version, rule));
  }

  void line(std::string_view head, const std::string& text) {
    const std::string first = fmt::format("    {}: ", head);
    bool begun = false;
    for (const std::string& each : wrap_to_width(text, text_width - 6)) {
      out_ += fmt::format("{}{}\n", begun ? "      " : first, each);
      begun = true;
    }
    if (!begun) out_ += fmt::format("    {}\n", head);
  }

  ReferenceWords words_;
  std::string out_;
};

}  // namespace

std::string render_text(const std::vector<ProvisionEntry>& entries, const Terms& terms, TextStyle style) {
  return ReferencePrinter(terms, style).print(entries);
}

std::string render_text(const MatterEntry& entry, const Terms& terms, TextStyle style) {
  return ReferencePrinter(terms, style).print(entry);
}

}  // namespace yomikae
