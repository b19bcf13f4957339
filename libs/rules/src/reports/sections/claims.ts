import { named, partsOf, percentCell, say, type ReportSection, type Sentence } from '../document.js';
import { nameOf, take, type Digest } from '../digest.js';
import { rate } from '../shares.js';
import { codesChart } from '../tables/charts.js';
import { comparisonTable, type Line } from '../tables/comparison.js';
import { codesOf, shareTable } from '../tables/share.js';
import { petitionChannels, type PetitionChannel } from '../../petitions/codes.js';

/** 诉求结构 of petitions: by channel, purpose, subject and issue. */
export function claims(digest: Digest): ReportSection {
  return {
    key: 'claims',
    titleZh: '信访诉求结构',
    titleEn: 'What petitions ask for',
    sentences: [channels(digest), ...mostFrequent(digest)],
    tables: [
      comparisonTable(digest, 'channels', '信访形式', 'By channel', channelLines(digest)),
      shareTable(digest, 'petitions.contacts', 'purpose', { key: 'purposes', titleZh: '信访目的', titleEn: 'By purpose' }),
      shareTable(digest, 'petitions.contacts', 'subject', { key: 'subjects', titleZh: '内容类别', titleEn: 'By subject' }),
      shareTable(digest, 'petitions.contacts', 'detail', {
        key: 'issues',
        titleZh: '问题细类',
        titleEn: 'By issue',
        note: '“未填”为不涉及劳动经济权益的信访。',
      }),
    ],
    charts: [codesChart(digest, 'subject-shares', 'petitions.contacts', 'subject', 'share')],
  };
}

/** Letters and calls are counted in 件次, visits in 批次 and 人次. */
function channelLines(digest: Digest): Line[] {
  const lines = codesOf(digest, 'petitions.contacts', 'channel').flatMap((code): Line[] => {
    const { zh, en } = nameOf(digest, 'petition', 'channel', code);
    const contacts: Line = { metric: 'petitions.contacts', by: { channel: code }, zh, en };
    if (petitionChannels[code as PetitionChannel]?.unit !== 'visits') return [contacts];
    return [contacts, { metric: 'petitions.persons', by: { channel: code }, zh: `${zh}人数`, en: `${en}, persons` }];
  });
  return [
    ...lines,
    { metric: 'petitions.contacts', zh: '合计', en: 'Total', emphasis: true },
    { metric: 'petitions.persons', zh: '合计人数', en: 'Persons', emphasis: true },
  ];
}

function channels(digest: Digest): Sentence {
  const codes = digest.figures.codes('petitions.contacts', 'channel', digest.periods.now);
  const told = codes.flatMap((code, i) => [
    ...partsOf(i > 0 ? '、' : ''),
    ...partsOf(named(nameOf(digest, 'petition', 'channel', code))),
    ...partsOf(take(digest, 'petitions.contacts', { channel: code })),
    ...partsOf('件次'),
  ]);
  return codes.length > 0 ? say`按信访形式分，${told}。` : say`本期没有登记信访。`;
}

/** The first three subjects, and what leads among labour claims. */
function mostFrequent(digest: Digest): Sentence[] {
  const total = take(digest, 'petitions.contacts');
  const subjects = digest.figures
    .codes('petitions.contacts', 'subject', digest.periods.now)
    .filter((code) => code !== '')
    .slice(0, 3);
  if (subjects.length === 0) return [];
  const told = subjects.flatMap((code, i) => {
    const figure = take(digest, 'petitions.contacts', { subject: code });
    return [
      ...partsOf(i > 0 ? '、' : ''),
      ...partsOf(named(nameOf(digest, 'petition', 'subject', code))),
      ...partsOf(figure),
      ...partsOf('件次，占'),
      ...partsOf(percentCell(rate(figure.value, total.value))),
    ];
  });
  const issue = digest.figures.codes('petitions.contacts', 'detail', digest.periods.now).find((code) => code !== '');
  const first = say`从内容看，居前的是${told}。`;
  if (issue === undefined) return [first];
  return [
    first,
    say`在劳动经济权益诉求中，${named(nameOf(digest, 'petition', 'detail', issue))}最多，为${take(digest, 'petitions.contacts', { detail: issue })}件次。`,
  ];
}
