/** Compares ledger, invoices, card provider and bank statements, and says where they differ. */
@NullMarked
package dari.reconciliation;

import org.jspecify.annotations.NullMarked;
