/** What people call the codes of the interface: those of the first page, and those that come with other pages. */
export * from "./words/first";
export * from "./words/pages";
