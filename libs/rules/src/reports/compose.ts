import type { Digest } from './digest.js';
import { wordsOf } from './digest.js';
import { unboundDigits, type ReportDocument } from './document.js';
import { periodName } from './periods.js';
import { aid } from './sections/aid.js';
import { claims } from './sections/claims.js';
import { disputes } from './sections/disputes.js';
import { focus } from './sections/focus.js';
import { handling } from './sections/handling.js';
import { outlook } from './sections/outlook.js';
import { overview } from './sections/overview.js';
import { places } from './sections/places.js';

const sections = [overview, claims, disputes, places, focus, handling, aid, outlook];

/** 信访与劳动争议分析月报: the whole document from its figures. A digit that no figure stands behind stops it. */
export function composeReport(digest: Digest): ReportDocument {
  const { kind, now } = digest.periods;
  const [name, words] = [periodName(kind, now.from), wordsOf(digest.periods)];
  const document: ReportDocument = {
    titleZh: `${digest.organisation.name}${name.zh}信访与劳动争议分析${words.report}`,
    titleEn: `${digest.organisation.name}: ${words.reportEn} on petitions and labour disputes, ${name.en}`,
    sections: sections.map((write) => write(digest)),
  };
  const unbound = unboundDigits(document);
  if (unbound.length > 0) throw new Error(`Digits without a figure: ${unbound.join(' | ')}`);
  return document;
}
