import { refusals } from '../shared/refusal.js';

export const refuseImport = refusals({
  'imports.not-a-workbook': {
    kind: 'invalid',
    zh: '文件不是Excel工作簿（.xlsx）或CSV表格。请用Excel另存为.xlsx后重新上传。',
    en: 'The file is neither an Excel workbook (.xlsx) nor a CSV table. Save it as .xlsx and upload it again.',
  },
  'imports.old-workbook': {
    kind: 'invalid',
    zh: '文件是旧版Excel格式（.xls）或设有密码。请去掉密码，另存为.xlsx后重新上传。',
    en: 'The file is an old Excel workbook (.xls) or has a password. Remove the password and save it as .xlsx.',
  },
  'imports.damaged-workbook': {
    kind: 'invalid',
    zh: '工作簿已损坏，无法读取（{why}）。请用Excel打开并另存后重新上传。',
    en: 'The workbook is damaged and cannot be read ({why}). Open it in Excel, save it again and upload it.',
  },
  'imports.too-big': {
    kind: 'invalid',
    zh: '文件超出限度：{what}最多{limit}。请拆分后分别导入。',
    en: 'The file is beyond the limit: {what} at most {limit}. Split it and import the parts.',
  },
  'imports.empty-file': { kind: 'invalid', zh: '文件是空的。请选择有内容的文件。', en: 'The file is empty. Choose one with content.' },
  'imports.nothing-recognised': {
    kind: 'conflict',
    zh: '没有识别出任何台账。请为至少一张工作表指定台账种类和列。',
    en: 'No sheet was recognised as a ledger. Say for at least one sheet which ledger it is and which column is which.',
  },
  'imports.columns-missing': {
    kind: 'conflict',
    zh: '工作表“{sheet}”缺少必需的列：{columns}。请在列对应中指定，或不导入此表。',
    en: 'Sheet "{sheet}" lacks the columns {columns}. Point them out in the mapping, or leave the sheet out.',
  },
  'imports.no-such-sheet': {
    kind: 'invalid',
    zh: '工作簿中没有工作表“{sheet}”。请刷新后重试。',
    en: 'The workbook has no sheet "{sheet}". Reload and try again.',
  },
  'imports.no-such-column': {
    kind: 'invalid',
    zh: '“{kind}”没有名为“{column}”的列。请刷新后重试。',
    en: 'The ledger "{kind}" has no column "{column}". Reload and try again.',
  },
  'imports.column-twice': {
    kind: 'invalid',
    zh: '第{index}列被指定了两次。每一列只能对应一项。',
    en: 'Column {index} of the sheet was given two meanings. Give it one.',
  },
  'imports.not-now': {
    kind: 'conflict',
    zh: '该导入的状态为“{statusZh}”，不能进行此操作。请刷新后查看可办理的操作。',
    en: 'The import is "{statusEn}", so this cannot be done now. Reload it to see what can.',
  },
  'imports.unbalanced': {
    kind: 'conflict',
    zh: '工作表“{sheet}”不平：读入{rowsIn}行、{fenIn}分，去向合计{rows}行、{fen}分。导入未完成，请联系系统管理员。',
    en: 'Sheet "{sheet}" does not balance: {rowsIn} rows and {fenIn} fen read, {rows} rows and {fen} fen accounted for. The import was not finished; call the administrator.',
  },
  'imports.touched-since': {
    kind: 'conflict',
    zh: '有{count}条记录在导入之后又被修改或使用，不能整批撤销。请逐条更正。',
    en: '{count} records were changed or used after the import, so it cannot be reversed as a whole. Correct them one by one.',
  },
  'imports.nothing-rejected': { kind: 'conflict', zh: '本次导入没有被退回的行。', en: 'This import rejected no row.' },
});
