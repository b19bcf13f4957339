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
  'petitions.day-in-future': { kind: 'invalid', zh: '日期不能晚于今天。', en: 'The day cannot lie in the future.' },
  'petitions.day-too-early': {
    kind: 'invalid',
    zh: '办理日期不能早于上一步的日期{last}。',
    en: 'The day cannot lie before {last}, the day of the step before.',
  },
  'petitions.too-many-representatives': {
    kind: 'invalid',
    zh: '多人走访推选的代表不超过{most}人，请重新填写代表人数。',
    en: 'A group may be represented by at most {most} people. Please correct the number.',
  },
  'petitions.name-missing': {
    kind: 'invalid',
    zh: '请填写信访人姓名；不愿透露姓名的，请勾选匿名。',
    en: 'Give the petitioner’s name, or mark the petition as anonymous.',
  },
  'petitions.phone-unreadable': {
    kind: 'invalid',
    zh: '联系电话无法识别，请核对。',
    en: 'The telephone number cannot be read. Please check it.',
  },
  'petitions.handler-unfit': {
    kind: 'invalid',
    zh: '该用户没有办理信访的权限或已停用，请另选承办人。',
    en: 'This user may not handle petitions or is closed. Choose another.',
  },
  'petitions.review-right-untold': {
    kind: 'conflict',
    zh: '书面答复须告知信访人申请复查的权利和期限。',
    en: 'A written reply must tell the petitioner of the right to a review and its time limit.',
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
