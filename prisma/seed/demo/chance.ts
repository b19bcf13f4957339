/** Chance that falls the same way every time: the demo city is the same wherever it is loaded. */
export class Chance {
  constructor(private state: number) {}

  /** 0 ≤ x < 1 (mulberry32) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛',
];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏辉梅鑫波斌宇浩凯健俊帆雪荣丹建国文峰晶龙琴云洁瑞晨翔'];

export function aName(chance: Chance): string {
  return chance.of(SURNAMES) + chance.of(GIVEN) + (chance.happens(0.6) ? chance.of(GIVEN) : '');
}

const RARE = ['欧阳', '司徒', '诸葛', '慕容', '尉迟', '公孙', '长孙', '宇文', '皇甫', '夏侯', '南宫', '钟离'];

/** Such as hardly anybody has: whoever is written down by hand among thousands meets nobody alike. */
export const aRareName = (chance: Chance): string => chance.of(RARE) + chance.of(GIVEN) + chance.of(GIVEN);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of the right form for nobody: a valid check character, invented digits. */
export function anIdNumber(chance: Chance, division: string): string {
  const year = 1962 + chance.below(42);
  const day = String(1 + chance.below(28)).padStart(2, '0');
  const body = `${division}${year}${String(1 + chance.below(12)).padStart(2, '0')}${day}${String(100 + chance.below(900))}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * WEIGHTS[i]!, 0);
  return body + '10X98765432'[sum % 11];
}

/** 1xx-0000-xxxx: a pattern that no network gives out. */
export const aPhone = (chance: Chance): string => `13${chance.below(10)}0000${String(chance.below(10_000)).padStart(4, '0')}`;

export function aFirm(chance: Chance, place: string): string {
  const names = ['煜', '宸', '泓', '砚', '榕', '澜', '棠', '峤', '岚', '珩', '昀', '钰', '栎', '汐'];
  const trades = ['精密机械', '电子科技', '纺织', '包装', '物流', '餐饮管理', '建设工程', '服饰', '食品', '新材料', '模具', '物业服务'];
  return `${place}${chance.of(names)}${chance.of(names)}${chance.of(trades)}有限公司`;
}
