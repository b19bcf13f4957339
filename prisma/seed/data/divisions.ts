/** 行政区划 of Suzhou (GB/T 2260) with former names; 320594 is the Industrial Park's code in licences, 320571 its statistical one. */
export interface Division {
  code: string;
  name: string;
  otherNames: string[];
  kind: 'GB2260' | 'STAT' | 'FORMER';
  parentCode: string | null;
}

const of = (code: string, name: string, otherNames: string[] = [], kind: Division['kind'] = 'GB2260', parentCode: string | null = '320500'): Division => ({ code, name, otherNames, kind, parentCode });

export const divisions: readonly Division[] = [
  of('320500', '市本级', ['苏州市', '市直', '市区'], 'GB2260', null),
  of('320508', '姑苏区', ['平江区', '沧浪区', '金阊区']),
  of('320505', '虎丘区(高新区)', ['高新区', '虎丘区', '苏州高新区']),
  of('320594', '工业园区', ['苏州工业园区', '园区'], 'STAT'),
  of('320506', '吴中区'),
  of('320507', '相城区'),
  of('320509', '吴江区', ['吴江市']),
  of('320581', '常熟市'),
  of('320582', '张家港市'),
  of('320583', '昆山市'),
  of('320585', '太仓市'),
];
