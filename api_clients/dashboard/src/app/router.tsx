import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { Busy } from "@/components/Loaded";
import { wordsOfPages } from "@/lib/languages";
import { NotFound } from "./routes/not-found";
import { Frame } from "./shell/Frame";
import { Trouble } from "./shell/Trouble";

type Load = () => Promise<{ default: ComponentType }>;

/** A page in a file of its own, loaded with its words when somebody goes there. */
function page(load: Load): ReactNode {
  return first(async () => (await Promise.all([load(), wordsOfPages()]))[0]);
}

/** The page that most visits begin with: its words come with the frame's. */
function first(load: Load): ReactNode {
  const Page = lazy(load);
  return (
    <Trouble>
      <Suspense fallback={<Busy lines={6} />}>
        <Page />
      </Suspense>
    </Trouble>
  );
}

const PAGES = {
  today: first(() => import("./routes/today")),
  cases: page(() => import("./routes/cases")),
  case: page(() => import("./routes/case")),
  referral: page(() => import("./routes/referral")),
  intake: page(() => import("./routes/intake")),
  task: page(() => import("./routes/task")),
  network: page(() => import("./routes/network")),
  identities: page(() => import("./routes/identities")),
  institutions: page(() => import("./routes/institutions")),
  reports: page(() => import("./routes/reports")),
  settings: page(() => import("./routes/settings")),
};

// Without loaders of its own the router is a third of the size; data comes through the hooks of `lib/api`.
export function Router() {
  return (
    <BrowserRouter basename="/dashboard">
      <Routes>
        <Route path="/" element={<Frame />}>
          <Route index element={PAGES.today} />
          <Route path="cases" element={PAGES.cases} />
          <Route path="cases/:caseId" element={PAGES.case} />
          <Route path="cases/:caseId/referrals/:referralId" element={PAGES.referral} />
          <Route path="intake/*" element={PAGES.intake} />
          <Route path="tasks/:taskId" element={PAGES.task} />
          <Route path="network" element={PAGES.network} />
          <Route path="identities" element={PAGES.identities} />
          <Route path="institutions/*" element={PAGES.institutions} />
          <Route path="reports/*" element={PAGES.reports} />
          <Route path="settings/*" element={PAGES.settings} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
