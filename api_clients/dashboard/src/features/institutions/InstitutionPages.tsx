import { Route, Routes } from "react-router";
import { InstitutionList } from "./InstitutionList";
import { InstitutionPage } from "./InstitutionPage";

/** The directory, and one institution. */
export function InstitutionPages() {
  return (
    <Routes>
      <Route index element={<InstitutionList />} />
      <Route path=":code" element={<InstitutionPage />} />
    </Routes>
  );
}
