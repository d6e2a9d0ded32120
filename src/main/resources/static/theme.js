// Tabler reads the theme from an attribute: follow what the system prefers, but print dark on white.
{
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paper = matchMedia('print');
  const follow = () => {
    document.documentElement.dataset.bsTheme = dark.matches && !paper.matches ? 'dark' : 'light';
  };
  follow();
  paper.addEventListener('change', follow);
}
