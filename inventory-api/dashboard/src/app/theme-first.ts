// Runs before the first paint: whoever has chosen a theme never sees the other one.
try {
  const theme = localStorage.getItem('kucun.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // A browser that stores nothing follows the system.
}
