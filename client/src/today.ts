import { Disposable, window } from 'vscode';

/** Today in this machine's time zone, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Tells each new day: at midnight, and on coming back to a window that slept through it. */
export function whenDayChanges(tell: (day: string) => void): Disposable {
  let told = today();
  let timer: ReturnType<typeof setTimeout>;
  const look = (): void => {
    if (told !== today()) tell((told = today()));
  };
  const wait = (): void => {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(() => (look(), wait()), midnight.getTime() - now.getTime() + 1000);
  };
  wait();
  const focus = window.onDidChangeWindowState(look);
  return new Disposable(() => (clearTimeout(timer), focus.dispose()));
}
