#include "check/catalogue.h"

#include "check/notes.h"
#include "check/offers.h"
#include "check/price_rows.h"
#include "check/printed_names.h"

namespace yomikae {

void check_catalogue(const Checked& checked, Findings& findings) {
  check_offers(checked, findings);
  check_endings(checked, findings);
  check_cascades(checked, findings);
  check_price_rows(checked, findings);
  check_names(checked, findings);
  check_notes(checked, findings);
}

}  // namespace yomikae
