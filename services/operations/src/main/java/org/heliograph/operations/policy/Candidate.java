package org.heliograph.operations.policy;

import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.SigningKey;

/** A policy that somebody wants in force, with all that it needs beyond its files. */
record Candidate(Policy compiled, List<SigningKey> keys, SortedMap<String, Schema> schemas) {}
