import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCNLocale from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { makeQueryClient } from './api/query-client.js';
import { keys } from './api/query-keys.js';
import { askWho } from './api/use-me.js';
import { useWords } from './kit/words.js';
import { rememberedLanguage, speak } from './locales/i18n.js';
import { makeRouter } from './routes/routes.js';
import { antdTheme } from './theme/antd-theme.js';
import './theme/base.css';
import { applyTokens } from './theme/tokens.js';

const client = makeQueryClient();
const router = makeRouter();

function Bangfu() {
  const { language } = useWords();
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCNLocale}
      theme={antdTheme}
      button={{ autoInsertSpace: false }}
      select={{ showSearch: { optionFilterProp: 'label' } }}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}

applyTokens(document.documentElement);
// Asked for at once, while the page is still being put together.
void client.prefetchQuery({ queryKey: keys.me, queryFn: ({ signal }) => askWho(signal) });
void speak(rememberedLanguage()).then(() => {
  const place = document.getElementById('root');
  if (!place) throw new Error('The page has no place to draw on');
  createRoot(place).render(
    <StrictMode>
      <Bangfu />
    </StrictMode>,
  );
});
