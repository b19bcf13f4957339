import { refusals } from '../shared/refusal.js';

export const refuseAttachment = refusals({
  'attachments.empty': { kind: 'invalid', zh: '文件是空的。请选择有内容的文件。', en: 'The file is empty. Choose one with content.' },
  'attachments.too-large': {
    kind: 'invalid',
    zh: '文件超过 {most} MB。请降低扫描分辨率或分成几份后上传。',
    en: 'The file has more than {most} MB. Scan it at a lower resolution, or upload it in parts.',
  },
  'attachments.name': {
    kind: 'invalid',
    zh: '文件名无效。请改用普通的文件名（含后缀，如“收入证明.pdf”）。',
    en: 'The name of the file is not valid. Give it an ordinary one with its ending, such as "income.pdf".',
  },
  'attachments.unwelcome': {
    kind: 'invalid',
    zh: '不能上传{whatZh}。可上传 PDF、JPEG、PNG、WebP、HEIC 图片和 Word（.docx）、Excel（.xlsx）文件。',
    en: 'Files of this kind are not taken: {whatEn}. Take PDF, JPEG, PNG, WebP or HEIC pictures, Word (.docx) or Excel (.xlsx).',
  },
  'attachments.type-differs': {
    kind: 'invalid',
    zh: '文件后缀是“.{extension}”，内容却是{typeZh}。请用原来的程序另存为正确的格式后上传。',
    en: 'The file ends in ".{extension}" but holds: {typeEn}. Save it in the right format and upload it again.',
  },
  'attachments.declared-differs': {
    kind: 'invalid',
    zh: '文件声明的类型与内容不符：内容是{typeZh}。请重新选择文件上传。',
    en: 'The file was declared as another type than it holds: {typeEn}. Choose it again.',
  },
  'attachments.damaged': {
    kind: 'invalid',
    zh: '{typeZh}不完整或已损坏，无法确认内容。请重新扫描或导出后上传。',
    en: 'It is incomplete or damaged, so that its content is not certain: {typeEn}. Scan or export it again.',
  },
  'attachments.hides-another': {
    kind: 'invalid',
    zh: '{typeZh}里还藏着其他内容（{whatZh}），不能接收。请用原来的程序重新导出后上传。',
    en: 'There is something else inside it ({whatEn}): {typeEn}. Export it again with the program it came from.',
  },
  'attachments.active': {
    kind: 'invalid',
    zh: '{typeZh}含有可自动运行的内容（{what}），不能接收。请打印为 PDF 或拍照后上传。',
    en: 'It contains something that runs by itself ({what}): {typeEn}. Print it to PDF or photograph it, and upload that.',
  },
  'attachments.locked': {
    kind: 'invalid',
    zh: '{typeZh}设有密码，无法查看和查毒。请去掉密码后上传。',
    en: 'It has a password, so it can be neither read nor scanned: {typeEn}. Remove the password and upload it again.',
  },
  'attachments.bomb': {
    kind: 'invalid',
    zh: '{typeZh}展开后过大（{whatZh}），不能接收。请重新导出后上传。',
    en: 'It would unfold to far too much ({whatEn}): {typeEn}. Export it again.',
  },
  'attachments.virus': {
    kind: 'invalid',
    zh: '文件查出病毒（{virus}），没有接收。请在本机杀毒后换一份文件。',
    en: 'The scanner found a virus ({virus}) and the file was not taken. Clean your computer and use another copy.',
  },
  'attachments.scanner-away': {
    kind: 'unavailable',
    zh: '查毒服务暂时连不上，文件没有接收。请稍后重试；若一直如此，请告知系统管理员。',
    en: 'The virus scanner cannot be reached and the file was not taken. Try again shortly, or tell the system administrator.',
  },
  'attachments.store-away': {
    kind: 'unavailable',
    zh: '附件存储暂时不可用，刚才的操作没有完成。请稍后重试；若一直如此，请告知系统管理员。',
    en: 'The store of attachments is not available and nothing was done. Try again shortly, or tell the system administrator.',
  },
  'attachments.store-full': {
    kind: 'unavailable',
    zh: '附件存储已满，文件没有接收。请告知系统管理员。',
    en: 'The store of attachments is full and the file was not taken. Please tell the system administrator.',
  },
  'attachments.lost': {
    kind: 'unavailable',
    zh: '附件的内容在存储中找不到或已损坏。请告知系统管理员从备份恢复。',
    en: 'The content of this attachment is missing from the store or damaged. Ask the system administrator to restore it from the backup.',
  },
  'attachments.twice': {
    kind: 'conflict',
    zh: '同一份文件已经作为“{kindZh}”上传过，不必重复；几个人共用的，所属人员选“全家”。',
    en: 'The same file was uploaded as "{kindEn}" before. Once is enough: where several share it, it belongs to the household.',
  },
  'attachments.too-many': {
    kind: 'conflict',
    zh: '一份档案最多 {most} 个附件。请先移除不需要的，或把多页合并成一个 PDF。',
    en: 'A file has at most {most} attachments. Remove some, or join pages into one PDF.',
  },
  'attachments.not-of-household': {
    kind: 'invalid',
    zh: '所选人员不在这份档案的家庭中。请重新选择。',
    en: 'The person is not of this household. Choose again.',
  },
  'attachments.not-at-work': {
    kind: 'forbidden',
    zh: '证明材料含完整的个人信息，只有办理这份档案的人员才能打开。请向经办人了解。',
    en: 'Papers show personal data in full: only those who work on the file open them. Ask the person who handles it.',
  },
  'attachments.removed': {
    kind: 'conflict',
    zh: '这份附件已经移除，内容不再提供。',
    en: 'This attachment was removed; its content is no longer given out.',
  },
  'attachments.in-worksheet': {
    kind: 'conflict',
    zh: '这份附件是已签字测算表的凭证，不能移除。',
    en: 'A signed worksheet rests on this attachment, so it cannot be removed.',
  },
  'attachments.in-consent': {
    kind: 'conflict',
    zh: '这份附件是已登记的签字授权，不能移除。请先撤销该授权。',
    en: 'A recorded consent rests on this attachment. Withdraw the consent first.',
  },
  'attachments.file-ended': {
    kind: 'conflict',
    zh: '档案已经结束（{statusZh}），材料只能补充，不能移除。',
    en: 'The file has ended ({statusEn}): papers can be added but not removed.',
  },
});
