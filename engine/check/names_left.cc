#include "check/names_left.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/name_search.h"
#include "resolve/exclusion_target.h"

namespace yomikae {
namespace {

class NamesLeft {
 public:
  NamesLeft(const RenamedTexts& texts, Findings& findings)
      : texts_(texts), selection_(texts.state.selection), findings_(findings) {
    for (const RenamingLevel& level : texts.levels) {
      adopted_.insert(level.adopted.begin(), level.adopted.end());
      for (const RenameRow& row : level.rows) {
        sources_.push_back(fold(row.from->text).key);
        if (!fold(row.to->text).key.empty()) others_.push_back(row.to->text);
      }
    }
    for (const ChoiceSet& set : selection_.ontology().sets) {
      for (const auto& choice : set.choices) {
        if (!fold(choice.label).key.empty()) others_.push_back(choice.label);
      }
    }
  }

  void run() {
    for (const Channel& channel : selection_.terms->channels) {
      const bool in_force = &channel == selection_.terms->channel(channel.id, selection_.day);
      if (in_force && sells_to_this_one(channel.id)) find_names_of(channel);
    }
    // What an overlay below leaves open is said of that one.
    if (!selection_.channel->extends) find_options();
  }

 private:
  /// An overlay on an overlay buys from that one only.
  bool sells_to_this_one(const ChannelId& channel) const {
    const auto& below = selection_.channel->extends;
    return below ? channel == *below : channel != selection_.channel->id;
  }

  bool is_adopted(const DocumentId& document) const {
    return std::any_of(adopted_.begin(), adopted_.end(),
                       [&](const HeldVersion* held) { return held->text.document == document; });
  }

  bool is_of_what_is_adopted(const Offering& offering) const {
    return !offering.layers.empty() && std::all_of(offering.layers.begin(), offering.layers.end(),
                                                   [&](const DocumentId& layer) { return is_adopted(layer); });
  }

  /// The adopted documents a channel sells from: there its names are its own.
  std::vector<const HeldVersion*> sold_by(const Channel& channel) const {
    std::vector<const HeldVersion*> sold;
    for (const HeldVersion& held : selection_.terms->versions) {
      const bool layer = std::any_of(channel.offerings.begin(), channel.offerings.end(), [&](const Offering& each) {
        return is_of_what_is_adopted(each) &&
               std::find(each.layers.begin(), each.layers.end(), held.text.document) != each.layers.end();
      });
      if (layer && adopted_.contains(&held)) sold.push_back(&held);
    }
    return sold;
  }

  void find_names_of(const Channel& wholesaler) {
    const std::vector<const HeldVersion*> sold = sold_by(wholesaler);
    for (const auto& [role, name] : wholesaler.roles) {
      const auto own = selection_.channel->roles.find(role);
      const bool shared = own != selection_.channel->roles.end() && own->second == name;
      if (!shared) find_name(name, sold, nullptr);
    }
    for (const Offering& each : wholesaler.offerings) {
      if (is_of_what_is_adopted(each)) find_name(each.name, sold, nullptr);
    }
    for (const KnownDocument& each : selection_.terms->known) {
      const bool published = std::any_of(wholesaler.roles.begin(), wholesaler.roles.end(),
                                         [&](const auto& role) { return role.second == each.publisher; });
      if (!published) continue;
      // Terms may well name other documents of the wholesaler; one a row meant to rename is another matter.
      if (const RenameRow* row = row_near(each.title)) find_name(each.title, sold, row);
    }
  }

  /// The row whose source is nearly a name, and not that name.
  const RenameRow* row_near(std::string_view name) const {
    const FoldedText wanted = fold(name);
    for (const RenamingLevel& level : texts_.levels) {
      for (const RenameRow* row : level.applied) {
        const FoldedText source = fold(row->from->text);
        const std::size_t distance = edit_distance(source, wanted);
        if (distance > 0 && distance * 3 <= source.key.size()) return row;
      }
    }
    return nullptr;
  }

  void find_name(const std::string& name, const std::vector<const HeldVersion*>& documents, const RenameRow* near) {
    if (fold(name).key.empty() || !looked_for_.insert(name).second) return;
    const NameSearch search(name, others_);
    for (const HeldVersion* held : documents) {
      std::vector<const Provision*> where;
      for (const RenamedText& text : texts_.texts) {
        if (text.held != held || !text.stands || (!where.empty() && where.back() == text.provision)) continue;
        if (search.in(text.after)) where.push_back(text.provision);
      }
      if (!where.empty()) report(name, *held, where, near);
    }
  }

  std::vector<const HeldVersion*> adopted_in_order() const {
    std::vector<const HeldVersion*> order;
    for (const HeldVersion& held : selection_.terms->versions) {
      if (adopted_.contains(&held)) order.push_back(&held);
    }
    return order;
  }

  void report(const std::string& name, const HeldVersion& held, const std::vector<const Provision*>& where,
              const RenameRow* near) {
    const Place place = near == nullptr ? table().place : near->from->at(0, near->from->text.size());
    Finding& finding = findings_.add(
        "substitution/name-left", place,
        {fmt::format("読み替えた後も「{}」が {} の {} か所に残る", name, held.text.short_title, where.size()),
         fmt::format("`{}` still stands in {} provisions of {}", name, where.size(), held.text.document.value)},
        {"読替え表に行を加えるか、残す理由を約款に書く", "add a row to the table, or say why it stays"});
    finding.about(channel_address(), fmt::format("{}/{}", name, held.text.document.value));
    for (const Provision* each : where) {
      finding.related.push_back({each->place, {each->label, to_string(each->path)}});
    }
  }

  std::string channel_address() const { return fmt::format("channel/{}", selection_.channel->id.value); }

  /// Where the overlay would say so: its last table, which names what is narrowest.
  const SubstitutionTable& table() const { return *texts_.levels.back().rows.back().table; }

  /// Options the base describes that are neither sold by the overlay's own list, nor renamed, nor excluded.
  void find_options() {
    const Ontology& ontology = selection_.ontology();
    const ChoiceSet* options = ontology.set(ontology.option_set);
    if (options == nullptr) return;
    std::vector<std::pair<const ChoiceSet::Choice*, const Provision*>> silent;
    bool speaks_of_options = false;
    for (const HeldVersion* held : adopted_in_order()) {
      for (const Provision& each : held->text.provisions) {
        if (each.name.empty()) continue;
        const auto option = std::find_if(options->choices.begin(), options->choices.end(),
                                         [&](const auto& choice) { return same_name(choice.label, each.name); });
        if (option == options->choices.end()) continue;
        const std::u32string key = fold(each.name).key;
        const bool named = offers(option->name) || std::find(sources_.begin(), sources_.end(), key) != sources_.end();
        const bool cut = selection_.exclusion_of(held->text.document, each.path) != nullptr;
        speaks_of_options = speaks_of_options || named;
        if (!named && !cut) silent.emplace_back(&*option, &each);
      }
    }
    if (!speaks_of_options) return;  // the overlay leaves all of them as the base has them
    for (const auto& [option, provision] : silent) {
      Finding& finding = findings_.add(
          "substitution/option-unmapped", table().place,
          {fmt::format("元の約款のオプション「{}」は、一覧にも読替え表にも適用除外にもない", option->label),
           fmt::format("the option `{}` of the base is neither listed, renamed nor excluded", option->label)},
          {"売るなら一覧と読替え表に、売らないなら適用除外に加える",
           "list and rename it where it is sold, exclude it where it is not"});
      finding.about(channel_address(), option->label);
      finding.related.push_back({provision->place, {provision->label, to_string(provision->path)}});
    }
  }

  /// Whether the overlay's own terms sell an option or refuse it by name.
  bool offers(const std::string& option) const {
    const Dimension* dimension = selection_.ontology().option_dimension();
    if (dimension == nullptr) return false;
    for (const Layer& layer : selection_.layers) {
      if (layer.held == nullptr || adopted_.contains(layer.held)) continue;
      for (const Rule& rule : layer.held->rules.rules) {
        const Matter* matter = selection_.ontology().matter(rule.matter.value);
        if (matter == nullptr || matter->check != "catalogue/not-offered") continue;
        const auto scope = rule.scope.admits.find(dimension->name);
        if (scope == rule.scope.admits.end()) continue;
        if (std::find(scope->second.begin(), scope->second.end(), option) != scope->second.end()) return true;
      }
    }
    return false;
  }

  const RenamedTexts& texts_;
  const Selection& selection_;
  Findings& findings_;
  std::set<const HeldVersion*> adopted_;
  std::vector<std::u32string> sources_;
  std::vector<std::string> others_;  ///< names of other things that may hold one that is looked for
  std::set<std::string> looked_for_;
};

}  // namespace

void check_names_left(const RenamedTexts& texts, Findings& findings) { NamesLeft(texts, findings).run(); }

}  // namespace yomikae
