import { useLingui } from "@lingui/react/macro";
import { $api, type Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { ROLE } from "@/lib/words";
import { at, useThisCase } from "../case";

type Colleague = Schemas["CaseColleague"];

/** Who works here, as far as this case goes. */
export function useColleagues() {
  return $api.useQuery("get", "/api/v1/cases/{case_id}/people/", at(useThisCase().id));
}

/** A colleague in one line: name, roles, and what stands against giving them the case. */
export function useColleagueLine() {
  const { t } = useLingui();
  const word = useWord();
  return ({ name, roles, conflict }: Colleague) =>
    [name, roles.map((role) => word(ROLE, role)).join(", "), conflict && t`has a conflict of interest`]
      .filter(Boolean)
      .join(" · ");
}
