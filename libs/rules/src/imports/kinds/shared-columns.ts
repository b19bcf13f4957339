/** Columns that many ledgers have. */
import type { Label } from '../../shared/label.js';
import type { Sex } from '../../shared/identifiers/resident-id.js';
import { bankCard, choice, district, employerCode, longText, name, phone, residentId, text } from '../column-forms.js';

const sexes: Readonly<Record<Sex, Label>> = { male: { zh: '男', en: 'Male' }, female: { zh: '女', en: 'Female' } };

export const sexColumn = choice('性别', 'Sex', sexes, { alias: { 男性: 'male', 女性: 'female' } });
export const phoneColumn = phone('联系电话', 'Telephone', {
  also: ['联系方式', '电话', '手机', '手机号', '手机号码', '联系号码', '电话号码'],
});
export const remark = longText('备注', 'Remarks', { also: ['说明', '附注'] });
export const districtColumn = district('所属区(市)', 'District', {
  also: ['所属区', '所属区市', '所属地区', '区(市)', '区市', '所在区(市)', '所在区', '辖区'],
});
export const bankColumn = text('开户银行', 'Bank', { also: ['开户行', '开户银行及支行', '银行'] });
export const cardColumn = bankCard('银行卡号', 'Bank card', { also: ['银行账号', '银行帐号', '卡号', '账号', '帐号', '银行卡账号'] });

const idHeaders = ['身份证号码', '公民身份号码', '居民身份证号', '居民身份证号码', '身份证', '身份证件号', '身份证件号码', '证件号码'];
export const requiredId = residentId('身份证号', 'Resident ID', { also: idHeaders, required: true });
export const optionalId = residentId('身份证号', 'Resident ID', { also: idHeaders });
export const personName = name('姓名', 'Name', {
  also: ['职工姓名', '户主姓名', '困难职工姓名', '受助人姓名', '劳模姓名', '领款人'],
  required: true,
});
export const workplace = text('工作单位', 'Employer', { also: ['所在单位', '单位名称', '单位'] });

export const codeHeaders = [
  '组织机构代码',
  '统一社会信用代码',
  '单位组织机构代码',
  '机构代码',
  '信用代码',
  '单位代码',
  '组织机构代码/统一社会信用代码',
];
export const employerCodeColumn = employerCode('组织机构代码/统一社会信用代码', 'Employer code', { also: codeHeaders });
