/**
 * What a party should have had, delivered again: operations names dispatches by their places, as the audit tells them,
 * and the gate judges each anew. No content is seen here.
 */
@NullMarked
package org.heliograph.operations.redelivery;

import org.jspecify.annotations.NullMarked;
