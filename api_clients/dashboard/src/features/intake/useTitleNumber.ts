import { useEffect } from "react";

const NUMBER = /^\(\d+\) /;

/** The tab's title begins with how much is new, whichever page sets it. */
export function useTitleNumber(count: number): void {
  useEffect(() => {
    const put = () => {
      const plain = document.title.replace(NUMBER, "");
      const wanted = count > 0 ? `(${count}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    put();
    const watch = new MutationObserver(put);
    const title = document.querySelector("title");
    if (title) watch.observe(title, { childList: true, characterData: true, subtree: true });
    return () => watch.disconnect();
  }, [count]);
}
