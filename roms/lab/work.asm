; Memory that is not in the image: zeroed at the start.

        absolute KERNEL_WORK
work_start:
%ifdef PARAVIRTUAL
shared_page:    resb PAGE               ; with the monitor
read_only_tables:
                resb PAGE               ; the virtual processor's tables
%endif
kernel_directory: resb PAGE
direct_tables:  resb DIRECT_TABLES * PAGE
read_only_tables_end:
idt:            resb 256 * 8            ; a page of descriptor tables
gdt:            resb GDT_ENTRIES * 8
ldt:            resb 8
        resb -($ - work_start) & (PAGE - 1)
task_state:     resb TASK_STATE_LIMIT + 1
        resb -($ - work_start) & (PAGE - 1)
boot_stack:     resb PAGE               ; of the start, then of the scheduler
boot_stack_end:

processor:      resb processor_block_size
process_table:  resb PROCESSES * process_size
process_lock:   resb spinlock_size
frames_lock:    resb spinlock_size
console_lock:   resb spinlock_size
test_lock:      resb spinlock_size

%ifdef PARAVIRTUAL
para_batch:     resq BATCH_LIMIT        ; page table entries that wait: address, value
para_batched:   resd 1
para_directory: resd 1                  ; the page directory in use
para_answer:    resd 1                  ; of a hypercall that was refused
para_gates:     resb 256 * gate_size
para_tables_are_live: resb 1
        resb -($ - work_start) & 3
%endif

options:        resd 1                  ; the option word
length:         resd 1
is_486:         resb 1                  ; or later
locks_are_on:   resb 1                  ; until then the console takes none
panicked:       resb 1
console_colour: resb 1
screen_place:   resd 1                  ; the next character's

early_cr0:      resd 1                  ; before paging was on: CR0, and what SMSW said
early_status:   resd 1
extended_kilobytes: resd 1
frame_count:    resd 1
free_frames:    resd 1
frames_before:  resd 1
first_free:     resd 1                  ; the chain of free frames
frame_users:    resw FRAME_LIMIT
library_frame:  resd 1

; What happened so far.
steps:          resd 1
checks_made:    resd 1
groups_left_out: resd 1
ticks:          resd 1
breakpoints:    resd 1
service_selector: resd 1
service_flags:  resd 1
nested_interrupts: resd 1
spurious_interrupts: resd 1
idle_sleeps:    resd 1
switches:       resd 1
preemptions:    resd 1
system_calls:   resd 1
gate_calls:     resd 1
page_faults:    resd 1
pages_zeroed:   resd 1
pages_copied:   resd 1
processes_made: resd 1
first_status:   resd 1
        resb -($ - work_start) & 3
work_end:
