#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/date.h"

namespace yomikae::cli {

/// What a new overlay is made from: all of it comes from the terms it stands on.
struct OverlayTemplateValues {
  std::string name;
  Date version;
  std::string base;      ///< the channel whose terms are borrowed
  bool extends = false;  ///< whether that channel itself borrows (a reseller of a reseller)
  std::string service;
  std::string base_service_name;
  std::vector<std::string> types;                               ///< of the service, where it comes in types
  std::vector<std::pair<std::string, std::string>> documents;   ///< id and title, as the base lists them
  std::vector<std::pair<std::string, std::string>> base_roles;  ///< role and who has it at the base
  std::vector<std::pair<std::string, std::string>> role_labels;
  std::string schemas;  ///< the folder of the JSON Schemas, from the new folder
};

struct OverlayTemplateFile {
  std::string path;  ///< inside the new folder
  std::string text;
};

/// The matters its rules speak of: the terms it stands on must declare them.
std::vector<std::string> overlay_template_matters();

/// The files of a new overlay, complete: they load and check as they are.
std::vector<OverlayTemplateFile> overlay_template(const OverlayTemplateValues& values);

}  // namespace yomikae::cli
