import { useLingui } from "@lingui/react/macro";
import { PageTitle } from "@/components/PageTitle";

/** What needs somebody today. */
export function TodayPage() {
  const { t } = useLingui();
  return <PageTitle name={t`Today`} />;
}
