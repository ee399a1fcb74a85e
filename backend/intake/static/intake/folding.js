/* Folds a name in every script of the network to one plain spelling: Prishtine = Priština = Приштина.
   The same rules as backend/common/folding.py; a test holds the two against each other. */
"use strict";

const fold = (() => {
  const spelled = new Map();
  const learn = (letters, spellings) =>
    Array.from(letters).forEach((letter, place) => spelled.set(letter, spellings.split(" ")[place]));
  learn("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d d e z z i j k l lj m n nj o p r s t c u f h c c dz s");
  learn("йщыэюяѓѕќєґ", "y shch y e yu ya g dz k ie g");
  learn("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h");
  learn("đæœøłßðþħıŋŧə", "d ae oe o l ss d th h i ng t e");
  // Signs that stand inside words in some spellings and are left out in others.
  Array.from("'`´‘’‚‛ʹʻʼʽˈ＇ʾʿъь").forEach((sign) => spelled.set(sign, ""));

  const known = (letter) => (spelled.has(letter) ? spelled.get(letter) : letter);
  const plain = (letter) =>
    spelled.has(letter)
      ? spelled.get(letter)
      : Array.from(letter.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), known).join("");
  // Albanian says Prishtinë or Prishtina, and ë without its dots is e; Serbian declines Priština, Prištine.
  const withoutLastVowel = (word) =>
    word.length < 4 || !/[^aeiouy0-9][ae]$/.test(word) ? word : word.slice(0, -1);

  return (text) => {
    const lower = text.toLowerCase().normalize("NFKC").toLowerCase();
    const ascii = Array.from(lower, plain).join("");
    // One sound, several spellings: š = sh, č = ć = ç = ch, ž = zh, đ = dj. Only the second letter goes.
    const collapsed = ascii.replace(/([scz])h+/g, "$1").replace(/dj+/g, "d");
    return collapsed.split(/[^a-z0-9]+/).filter(Boolean).map(withoutLastVowel).join(" ");
  };
})();
