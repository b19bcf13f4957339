/** Made-up names of people and firms, some common and most rare, as in a city. */
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华文建国玉梅红春燕志飞鹏辉峰健波宁欣佳怡雨晨浩宇轩子涵梓萱诗琪思远雪琴凤仙根宝水生金龙海云山林松柏青荣耀祖德福寿康泰安顺利成功',
];
const PLACES = ['姑苏', '虎丘', '吴中', '相城', '吴江', '昆山', '太仓', '常熟', '园区', '高新'];
const MARKS = [...'华达恒信鑫源瑞祥宏盛远东方正泰和美嘉亿隆腾飞新科联创'];
const TRADES = [
  '电子',
  '精密机械',
  '纺织',
  '服饰',
  '物流',
  '建筑安装',
  '餐饮管理',
  '光电科技',
  '塑胶',
  '汽车零部件',
  '生物医药',
  '劳务派遣',
];

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function personNames(count: number): string[] {
  const random = randomFrom(1);
  const pick = (from: readonly string[]): string => from[random(from.length)]!;
  const made = new Set<string>();
  while (made.size < count) made.add(pick(SURNAMES) + pick(GIVEN) + (random(10) === 0 ? '' : pick(GIVEN)));
  return [...made];
}

export function employerNames(count: number): string[] {
  const random = randomFrom(2);
  const pick = (from: readonly string[]): string => from[random(from.length)]!;
  const made = new Set<string>();
  while (made.size < count) made.add(`苏州${pick(PLACES)}${pick(MARKS)}${pick(MARKS)}${pick(MARKS)}${pick(TRADES)}有限公司`);
  return [...made];
}
