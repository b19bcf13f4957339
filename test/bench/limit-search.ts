/**
 * The search box by hand: the same registers as ours, each asked for its first six, in one statement. It has no name, so that
 * PostgreSQL plans it for the very words asked; a plan for any words would walk through the lists.
 */
import type { Ask } from './limit-server.js';

const MOST = 6;
const part = (noun: string, columns: string, from: string, order: string): string =>
  `(SELECT '${noun}' AS noun, ${columns} FROM ${from} ORDER BY ${order} DESC LIMIT ${MOST})`;

const person = (where: string): string =>
  part(
    'person',
    `p.id, p.name AS title, concat_ws(' · ', p.id_masked, p.phone_masked) AS subtitle`,
    `person p WHERE p.merged_into IS NULL AND ${where}`,
    'p.id',
  );
const employer = (where: string): string =>
  part('employer', `e.id, e.name, coalesce(e.uscc, e.org_code, '')`, `employer e WHERE ${where}`, 'e.id');
const hardship = (people: string): string =>
  part(
    'hardship',
    `h.id, h.holder_name, coalesce(h.number, h.certificate_no, '')`,
    `hardship_file h WHERE h.holder_id IN (${people})`,
    'h.filed_on DESC, h.id',
  );
const cases = (where: (names: string, person: string) => string): string[] =>
  [
    ['dispute', 'dispute', 'applicant_name', 'applicant_id', 'registered_on'],
    ['petition', 'petition', 'petitioner_name', 'petitioner_id', 'registered_on'],
    ['legal-aid', 'legal_aid_matter', 'person_name', 'person_id', 'started_on'],
  ].map(([noun, table, name, id, on]) =>
    part(
      noun!,
      `c.id, concat_ws(' · ', c.${name!}, c.employer_name), coalesce(c.number, '')`,
      `${table!} c WHERE ${where(`c.${name!}, c.employer_name`, `c.${id!}`)}`,
      `c.${on!} DESC, c.id`,
    ),
  );

const KEYS = `search_keys @> $1`;
const THE_PERSON = `(SELECT coalesce(x.merged_into, x.id) FROM person x WHERE x.id_index = $1)`;
const texts = {
  name: [
    person(`p.${KEYS}`),
    employer(`e.${KEYS}`),
    ...cases((names) => `strpos(bangfu.case_text(${names}), $2) > 0 AND bangfu.case_keys(${names}) @> $1`),
    hardship(`SELECT x.id FROM person x WHERE x.${KEYS} LIMIT 500`),
  ],
  pinyin: [person(`p.${KEYS}`), employer(`e.${KEYS}`), hardship(`SELECT x.id FROM person x WHERE x.${KEYS} LIMIT 500`)],
  id: [person(`p.id = ${THE_PERSON}`), ...cases((_, id) => `${id} = ${THE_PERSON}`), hardship(THE_PERSON)],
  number: cases(() => `c.number ^@ $1`).slice(0, 2),
};

/** `kind` says what was asked for, so that the limit does not even have to find out. */
export async function limitSearch(ask: Ask, query: URLSearchParams): Promise<object> {
  const kind = query.get('kind') as keyof typeof texts;
  const q = query.get('q')!;
  const values = { name: [query.get('grams')?.split(','), q], pinyin: [[q]], id: [Buffer.from(q, 'hex')], number: [q] }[kind];
  return { hits: await ask({ text: texts[kind].join(' UNION ALL ') }, values) };
}
