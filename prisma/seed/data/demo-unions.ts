/** The demo city's union tree: districts with their letters in document numbers, and the towns, streets and bureaus below. */
export interface DemoDistrict {
  division: string;
  name: string;
  short: string;
  prefix: string;
  towns: string[];
}

const district = (division: string, name: string, short: string, prefix: string, towns: string): DemoDistrict => ({ division, name, short, prefix, towns: towns.split(' ') });

export const demoDistricts: readonly DemoDistrict[] = [
  district('320508', '姑苏区总工会', '姑苏区', '姑', '双塔街道 平江街道 沧浪街道 金阊街道 虎丘街道 吴门桥街道 苏锦街道 白洋湾街道 友新街道 城北街道 娄门街道 彩香街道 拙政园街道 桃花坞街道 留园街道 石路街道 胥江街道 葑门街道 观前街道'),
  district('320505', '虎丘区（高新区）总工会', '虎丘区', '虎', '东渚镇 枫桥街道 横塘街道 浒墅关镇 狮山街道 通安镇 镇湖街道'),
  district('320594', '苏州工业园区总工会', '工业园区', '园', '唯亭镇 娄葑镇 湖东社工委 湖西社工委 胜浦镇'),
  district('320506', '吴中区总工会', '吴中区', '吴', '木渎镇 甪直镇 胥口镇 东山镇 光福镇 临湖镇 越溪街道 长桥街道 城南街道 横泾街道 苏苑街道 郭巷街道 金庭镇 香山街道 龙西街道'),
  district('320507', '相城区总工会', '相城区', '相', '元和街道 北桥街道 太平街道 望亭镇 渭塘镇 阳澄湖镇 黄埭镇 黄桥街道'),
  district('320509', '吴江区总工会', '吴江区', '吴江', '松陵镇 盛泽镇 汾湖镇 平望镇 同里镇 震泽镇 七都镇 桃源镇'),
  district('320581', '常熟市总工会', '常熟市', '常', '虞山镇 海虞镇 梅李镇 古里镇 沙家浜镇 支塘镇 董浜镇 辛庄镇 尚湖镇 碧溪街道'),
  district('320582', '张家港市总工会', '张家港市', '张', '杨舍镇 塘桥镇 金港镇 锦丰镇 乐余镇 凤凰镇 南丰镇 大新镇'),
  district('320583', '昆山市总工会', '昆山市', '昆', '玉山镇 花桥镇 千灯镇 周市镇 张浦镇 巴城镇 陆家镇 淀山湖镇 锦溪镇 周庄镇'),
  district('320585', '太仓市总工会', '太仓市', '太', '城厢镇 沙溪镇 浏河镇 浮桥镇 璜泾镇 双凤镇'),
];

export const demoBureaus: readonly string[] = ['市公用事业工会', '市卫生工会', '市属国资企业工会', '市建设交通工会', '市教育工会', '市机电冶金工会', '市级机关工会', '市财贸轻纺工会', '市邮电工会'];
