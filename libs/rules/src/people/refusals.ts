import { refusals } from '../shared/refusal.js';

export const refusePeople = refusals({
  'people.already-there': {
    kind: 'conflict',
    zh: '该身份证号的人员已在系统中，已将其纳入本单位服务对象。请重新查询后直接使用，无需新建。',
    en: 'A person with this ID number is in the system and has been added to those your organisation deals with. Look the number up again and use that record.',
  },
  'people.similar-unacknowledged': {
    kind: 'conflict',
    zh: '有{count}名疑似同一人（同名或同电话），请逐一核对；确认不是同一人后再新建。',
    en: '{count} people may be the same person (same name or telephone). Look at each; create a new record once you know that it is none of them.',
  },
  'people.sex-mismatch': {
    kind: 'invalid',
    zh: '填写的性别与身份证号不符。请核对身份证号和性别。',
    en: 'The sex does not agree with the ID number. Check both.',
  },
  'people.birth-date-mismatch': {
    kind: 'invalid',
    zh: '填写的出生日期与身份证号不符。请核对身份证号和出生日期。',
    en: 'The birth date does not agree with the ID number. Check both.',
  },
  'people.birth-date-in-future': { kind: 'invalid', zh: '出生日期不能晚于今天。', en: 'The birth date cannot lie in the future.' },
  'people.name-masked': {
    kind: 'invalid',
    zh: '姓名中含有“*”。请填写完整姓名，不能填写脱敏后的姓名。',
    en: 'The name contains "*". Give the whole name, not the masked one.',
  },
  'people.id-taken': {
    kind: 'conflict',
    zh: '另一名人员已使用该身份证号。如确为同一人，请办理合并。',
    en: 'Another person has this ID number. If they are one person, merge the two records.',
  },
  'people.merged-away': {
    kind: 'conflict',
    zh: '该记录已并入另一人员，不能再修改。请打开保留的记录。',
    en: 'This record was merged into another one and cannot be changed. Open the one that was kept.',
  },
  'people.nothing-to-reveal': { kind: 'invalid', zh: '该人员没有登记此项信息。', en: 'Nothing is recorded here.' },
  'people.too-many-reveals': {
    kind: 'too-many',
    zh: '查看敏感信息过于频繁（每分钟至多{most}次），请稍后再试。',
    en: 'Too many masked values were looked at (at most {most} a minute). Please wait a moment.',
  },
  'people.merge-with-itself': {
    kind: 'invalid',
    zh: '不能与自身合并。请选择另一条记录。',
    en: 'A record cannot be merged with itself. Choose another.',
  },
  'people.merge-different-ids': {
    kind: 'conflict',
    zh: '两条记录的身份证号不同，不能合并。如有一个写错，请先更正。',
    en: 'The two records have different ID numbers and cannot be merged. If one is wrong, correct it first.',
  },
  'people.merge-keep-identified': {
    kind: 'conflict',
    zh: '请保留有身份证号的那条记录，将另一条并入。',
    en: 'Keep the record that has the ID number and merge the other one into it.',
  },
  'people.merge-two-files': {
    kind: 'conflict',
    zh: '两条记录都在在办或在档的困难职工档案中（户主或家庭成员）。请先在档案中移出其中一人或注销其中一份，再合并。',
    en: 'Both belong to an open hardship application or file, as holder or member. Take one out of its household, or end one of the files, then merge.',
  },
  'people.merge-city-only': {
    kind: 'forbidden',
    zh: '合并人员会调整各级单位的案件，须由市级有权人员办理。',
    en: 'Merging changes cases of every organisation: somebody with this right for the whole city has to do it.',
  },
  'people.no-merge': { kind: 'conflict', zh: '该人员没有可撤销的合并。', en: 'There is no merge to undo.' },
  'people.not-there': {
    kind: 'not-found',
    zh: '没有找到要合并的人员，或您无权查看。',
    en: 'There is no such person to merge, or you may not see it.',
  },
  'people.merge-undone-already': { kind: 'conflict', zh: '这次合并已经撤销。', en: 'This merge has been undone already.' },
  'people.merge-built-upon': {
    kind: 'conflict',
    zh: '保留的记录后来又被合并，请先撤销后一次合并。',
    en: 'The kept record was merged again later. Undo the later merge first.',
  },
});
