package org.heliograph.sharing;

/**
 * A decision, explained to those who may know.
 *
 * @param rule id of the rule that decided
 * @param text what the rule demands
 * @param source where the rule comes from
 * @param policyVersion the policy that was in force
 * @param found what was found
 * @param change the smallest change that the rule would have accepted; empty where a copy goes out, or where nothing
 *     that the originator can do would change it
 */
public record Explanation(String rule, String text, String source, String policyVersion, String found, String change) {

    public static Explanation of(SharingDecision decision, String policyVersion) {
        Rule rule = decision.rule();
        return new Explanation(
                rule.id(), rule.text(), rule.source(), policyVersion, decision.reason(), decision.change());
    }
}
