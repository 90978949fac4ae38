/**
 * A model check of the read cache's protocol: every interleaving of a small number of writers,
 * readers, the relay and Redis' own mishaps, each state visited once. It shows for these sizes that
 * <em>a read that starts after a write was acknowledged, or after its event was delivered, never
 * returns a value from before it</em>, and that each {@link io.kucun.inventory.cache.model.Control
 * control}, a protocol that lacks one rule, does; with a shortest trace of how.
 *
 * <p><b>What is modelled</b>, each a step of its own between which anybody else may take any
 * number:
 *
 * <ul>
 *   <li>A <b>writer</b> commits, gives each touched tag a fresh generation, acknowledges. Or it
 *       answers without confirmation and its commands come later or never. That is also a process
 *       that dies after the commit, and a commit of unknown outcome; a replay of it is a writer
 *       that goes on to bump and acknowledge.
 *   <li>The <b>relay</b> takes committed events, bumps their tags again, delivers; before, between
 *       or after the writers' own bumps. At any point another takes over and begins anew.
 *   <li>A <b>reader</b> gets entry and generations in one step; creates a missing generation and
 *       looks again; hits; or joins its process's flight for (key, stamp), takes the lease for
 *       (key, stamp) or takes it over from another stamp, waits for the holder or gets tired of it,
 *       reads the database, fills. A hit may begin an early refresh. Readers read without end.
 *   <li>Where looks are shared, a reader begins by waiting; its process <b>looks</b> for all who
 *       wait, one look at a time, and what it has seen arrives later, for all who shared it. Where
 *       copies are kept, it reads the head first and the generations in a step of their own; and if
 *       the copy is of another entry, it looks once more.
 *   <li><b>Redis</b> drops the entry, a generation, the lease or everything at any time, any number
 *       of times. Its data may be kept at any time, and that data may come back under a new run: a
 *       restart, or a failover that lost the last commands; and it may fail back to the first
 *       server.
 * </ul>
 *
 * <p>A value is the set of writes that it holds. A read remembers at its first look which writes
 * are promised; when it answers, the value must hold them all. What each state compares are names
 * of runs and generations, never their order, so that states are the same up to renaming and their
 * number is finite: a clean outcome is about reads and bumps without bound, not about the first
 * few.
 *
 * <p><b>What is not</b>, and why that is no loss. One key: others share its generations only, and
 * what happens to these by others' doing (bumped, created, gone) is in the model. A bump without a
 * commit is a generation that goes and is created again. A reader that times out, bypasses Redis or
 * dies reads the database after it began, or never answers. A fill may arrive at another run of the
 * server than that of its stamp, which the service refuses: more than can happen. Leases that are
 * granted, lost and ignored at will are a model of their own, clean too: leases save work, the
 * promise does not rest on them. Negative entries are values like others.
 *
 * <p><b>What it assumes.</b> Random generations don't collide. PostgreSQL shows what is committed
 * to each later statement (one primary, no stale replica). A connection belongs to one run: it ends
 * when its server restarts or changes its role, and the run that is known of it differs for each
 * start <em>and each promotion</em>; {@code run_id} alone does not, see {@link
 * io.kucun.inventory.cache.model.Control#RUN_OF_THE_PROCESS}. Two primaries at once, and a write
 * that was answered as pending, are outside the promise.
 *
 * <p>Plain Java, no container; explorations are breadth first and run on the test's thread.
 */
package io.kucun.inventory.cache.model;
