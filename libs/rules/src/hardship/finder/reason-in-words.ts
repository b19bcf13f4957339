/** The sentence of a reason, with its facts, for whoever may read where it comes from. */
import { payeeKinds } from '../../aid/codes.js';
import { disputeCategories } from '../../disputes/codes.js';
import { petitionPurposes } from '../../petitions/codes.js';
import type { Label } from '../../shared/label.js';
import type { FinderRule, Sign } from './finder-rules.js';
import { nearness } from './near-miss.js';

type Told = Pick<Sign, 'rule' | 'noun' | 'on' | 'facts'>;
type Codes = Readonly<Record<string, Label>>;

const both = (zh: string, en: string): Label => ({ zh, en });
const word = (codes: Codes, code: string | number | undefined): Label => codes[String(code)] ?? both('其他', 'other');

const matters = {
  dispute: both('新发生劳动争议', 'a new dispute'),
  'legal-aid': both('新申请法律援助', 'new legal aid'),
  petition: both('新反映生活困难', 'a new petition'),
  disbursement: both('因病受助', 'a payment for an illness'),
  hardship: both('档案有新情况', 'something new in the file'),
} as const satisfies Record<Sign['noun'], Label>;

const sentences: Readonly<Record<FinderRule, (told: Told) => Label>> = {
  'income-lost': ({ on, facts }) => {
    const category = word(disputeCategories, facts['category']);
    return both(
      `${on}登记“${category.zh}”争议，收入受损，未建困难档案。`,
      `A dispute on "${category.en}" of ${on} cost income, and there is no hardship file.`,
    );
  },
  'legal-aid-client': ({ on, facts }) => {
    const category = word(disputeCategories, facts['category']);
    const [zh, en] = facts['kind'] === 'case' ? ['申请法律援助', 'Legal aid'] : ['接受法律服务', 'Legal advice'];
    return both(`${on}因“${category.zh}”${zh}，未建困难档案。`, `${en} on "${category.en}" since ${on}, and there is no hardship file.`);
  },
  'petition-for-help': ({ on, facts }) => {
    const purpose = word(petitionPurposes, facts['purpose']);
    return both(
      `${on}信访（${purpose.zh}）反映生活困难，未建困难档案。`,
      `A petition (${purpose.en}) about hardship on ${on}, and there is no hardship file.`,
    );
  },
  'lifted-new-sign': ({ on, noun, facts }) =>
    both(
      `${facts['liftedOn']}脱困销档不足一年，${on}${matters[noun].zh}，可能返困。`,
      `Lifted on ${facts['liftedOn']}, less than a year ago; ${matters[noun].en} on ${on}: perhaps in hardship again.`,
    ),
  'visited-without-file': ({ on, facts }) => {
    const kind = word(payeeKinds, facts['kind']);
    return both(
      `${on}按“${kind.zh}”走访慰问，当时和现在都没有困难档案。`,
      `Visited on ${on} as "${kind.en}", with no hardship file then or now.`,
    );
  },
  'file-unchanged': ({ on }) => both(`在档，自${on}起一年以上未作任何变动。`, `On file, and unchanged for more than a year since ${on}.`),
  'file-never-helped': ({ on }) => both(`${on}建档，至今未帮扶过。`, `On file since ${on}, and never helped.`),
  'refused-twice': ({ on, facts }) =>
    both(
      `${facts['months']}个月内${facts['times']}次申请未获认定，最近一次为${on}。`,
      `Refused ${facts['times']} times within ${facts['months']} months, the last time on ${on}.`,
    ),
  'near-miss': ({ on, facts }) => {
    const how = word(nearness, facts['how']);
    return both(`${on}申请未获认定；${how.zh}。`, `Refused on ${on}. ${how.en}.`);
  },
};

export function reasonInWords(told: Told): Label {
  return sentences[told.rule](told);
}

/** The family's file may be read, and not the register in which the new sign stands. */
export function liftedInPart({ facts }: Told): Label {
  return both(
    `${facts['liftedOn']}脱困销档不足一年，又有其他模块线索，可能返困。`,
    `Lifted on ${facts['liftedOn']}, less than a year ago, and a sign from another module: perhaps in hardship again.`,
  );
}
