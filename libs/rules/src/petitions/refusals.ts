import { refusals } from '../shared/refusal.js';

export const refusePetition = refusals({
  'petitions.move-not-open': {
    kind: 'conflict',
    zh: '信访件当前状态为“{statusZh}”，不能办理“{moveZh}”。请刷新后查看可办理的操作。',
    en: 'The petition is "{statusEn}": "{moveEn}" is not open. Reload it to see what can be done now.',
  },
  'petitions.out-of-powers': {
    kind: 'conflict',
    zh: '该事项不属于本单位职责范围，不能受理。请转送有权单位，或作不予受理并告知途径。',
    en: 'The matter is beyond this office’s powers. Refer it, or decline it and name the route.',
  },
  'petitions.route-missing': {
    kind: 'invalid',
    zh: '不予受理须告知信访人法定途径。请填写应走的途径。',
    en: 'Name the legal route that the petitioner is told to take.',
  },
  'petitions.target-missing': {
    kind: 'invalid',
    zh: '请选择接收单位。',
    en: 'Choose the office that receives it.',
  },
  'petitions.deadline-missing': {
    kind: 'invalid',
    zh: '交办须规定办结期限。请填写期限。',
    en: 'A matter that is assigned out needs a date to report by.',
  },
  'petitions.merge-target-closed': {
    kind: 'conflict',
    zh: '只能并入尚在办理的信访件。已答复或已办结的，请登记为再次信访并关联。',
    en: 'A petition can only join a matter that is still open. Otherwise register it as a renewed petition and link it.',
  },
  'petitions.merge-with-itself': {
    kind: 'invalid',
    zh: '信访件不能并入自身。请选择另一件。',
    en: 'A petition cannot be merged with itself. Choose another.',
  },
  'petitions.handler-conflicted': {
    kind: 'conflict',
    zh: '承办人与该事项有直接利害关系，应当回避。请另行确定承办人。',
    en: 'The officer has a direct interest and must stand aside. Choose another.',
  },
  'petitions.extension-unapproved': {
    kind: 'conflict',
    zh: '延期须经本单位负责人批准并告知信访人理由。',
    en: 'An extension needs the approval of the head of the office, and the petitioner must be told why.',
  },
  'petitions.extension-too-late': {
    kind: 'conflict',
    zh: '办理期限已于{due}届满，不能再延期。请尽快答复。',
    en: 'The time for handling ended on {due} and cannot be extended. Reply as soon as possible.',
  },
  'petitions.extension-too-long': {
    kind: 'invalid',
    zh: '延期最多{most}日。',
    en: 'An extension is at most {most} days.',
  },
  'petitions.result-missing': {
    kind: 'conflict',
    zh: '请先选定办理结果。',
    en: 'Choose the result first.',
  },
  'petitions.reply-still-contestable': {
    kind: 'conflict',
    zh: '信访人可在{until}前申请复查。期满或信访人认可后方可办结。',
    en: 'The petitioner may ask for a review until {until}. Close it after that day, or when the petitioner accepts the reply.',
  },
  'petitions.report-missing': {
    kind: 'conflict',
    zh: '交办件须收到办结报告后方可办结。',
    en: 'A matter that was assigned out is closed when its report has come back.',
  },
});
