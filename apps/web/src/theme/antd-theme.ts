import type { ThemeConfig } from 'antd';
import { colours } from './tokens.js';

/** Ant Design, dressed in our tokens. */
export const antdTheme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: colours.pine,
    colorLink: colours.pine,
    colorInfo: colours.sky,
    colorSuccess: colours.leaf,
    colorWarning: colours.amber,
    colorError: colours.seal,
    colorText: colours.ink,
    colorTextSecondary: colours['ink-soft'],
    colorTextTertiary: colours['ink-faint'],
    colorTextPlaceholder: colours['ink-faint'],
    colorTextDescription: colours['ink-soft'],
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.desk,
    fontFamily: 'inherit',
    fontSize: 13,
    borderRadius: 5,
    controlHeight: 30,
    controlHeightSM: 24,
    controlHeightLG: 38,
    // Nothing moves in or out: a movement that a busy machine never begins also never ends, and leaves a button that is said to be loading.
    motion: false,
    boxShadowSecondary: '0 6px 22px rgba(32, 38, 42, 0.14)',
  },
  components: {
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px', labelColor: colours['ink-soft'] },
    Modal: { titleFontSize: 16 },
    Tabs: { horizontalMargin: '0 0 12px 0', horizontalItemPadding: '8px 0' },
    Tag: { defaultBg: colours.shade },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Segmented: { trackBg: '#e9e5dd' },
  },
};
