import { lazy, Suspense } from "react";
import { useSignInWanted } from "@/lib/signing-in";

const SignIn = lazy(() => import("./SignIn"));

/** Loaded when somebody has to sign in, which most visits need not. */
export function SignInDialog() {
  const wanted = useSignInWanted();
  return wanted ? (
    <Suspense>
      <SignIn />
    </Suspense>
  ) : null;
}
