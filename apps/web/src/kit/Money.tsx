import { formatWan, formatYuan } from '#rules/shared/money';
import { NOTHING, useWords } from './words.js';

interface Props {
  fen: number | null | undefined;
  /** In reports and on tiles: in units of ten thousand yuan. */
  wan?: boolean;
  bare?: boolean;
}

/** 1,234.56 元, always with both decimals. */
export function Money({ fen, wan = false, bare = false }: Props) {
  const { t } = useWords();
  if (fen === null || fen === undefined) return <>{NOTHING}</>;
  return (
    <span className="number">
      {wan ? formatWan(fen) : formatYuan(fen)}
      {!bare && <span className="soft"> {wan ? t('units.wanYuan') : t('units.yuan')}</span>}
    </span>
  );
}
