import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { readConfig } from './app/config';
import { Failed } from './app/failed';
import { Session } from './auth/session';
import { TextProvider } from './i18n/text';

const root = createRoot(document.getElementById('root') as HTMLElement);

async function start(): Promise<void> {
  const config = await readConfig();
  root.render(<App session={await Session.start(config)} config={config} />);
}

start().catch((error: unknown) => {
  console.error(error);
  root.render(
    <TextProvider>
      <Failed />
    </TextProvider>,
  );
});
