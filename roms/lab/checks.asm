; What becomes of an assertion or a self-check, and the self-checks of the start, in the order in which
; a kernel outside ring 0 would trip over them.

; ---------------------------------------------------------------- the outcome
; assertion_failed(reason, option): goes on if the option leaves it out. Keeps all registers.
assertion_failed:
        push eax
        mov eax, [options]
        test eax, [esp + 12]
        pop eax
        jz .panic
        ret 8
.panic:
        disable_interrupts
        call panic_begin
        push dword [esp]                ; the address
        push dword [esp + 8]            ; the reason
        push dword panic_stop.text
        call print_line
        mov al, 1
        jmp power_off

; check_held(what, option), check_failed(what, option): counted, or left out. Keep all registers.
check_failed:
        push eax
        mov eax, [options]
        test eax, [esp + 12]
        pop eax
        jz assertion_failed.panic
        inc dword [checks_left_out]
        ret 8
check_held:
        push eax
        mov eax, [options]
        test eax, [esp + 12]
        pop eax
        jnz .left_out
        inc dword [checks_made]
        ret 8
.left_out:
        inc dword [checks_left_out]
        ret 8

; check_equal(what, option, expected), found in EAX. Keeps all registers.
check_equal:
        push edx
        mov edx, [options]
        test edx, [esp + 12]
        pop edx
        jnz .left_out
        cmp eax, [esp + 12]
        jne .different
        inc dword [checks_made]
        ret 12
.left_out:
        inc dword [checks_left_out]
        ret 12
.different:
        disable_interrupts
        push eax
        call panic_begin
        pop eax
        push dword [esp]                ; the address
        push dword [esp + 16]           ; expected
        push eax                        ; found
        push dword [esp + 16]           ; what
        push dword .text
        call print_line
        mov al, 1
        jmp power_off
        string .text, "panic: %s: %x, not %x at %x"

; ---------------------------------------------------------------- locks and the interrupt flag
check_locks:
        mov eax, test_lock
        call push_interrupts
        call interrupts_are_off
        check e, NO_LOCKS, "interrupts off after CLI"
        call holding
        check e, NO_LOCKS, "a free lock is free"
        call acquire
        mov eax, test_lock
        call holding
        check ne, NO_LOCKS, "a taken lock is held"
        cmp dword [fs:processor_block.depth], 2
        check e, NO_LOCKS, "locks nest"
        call release
        call interrupts_are_off
        check e, NO_LOCKS, "interrupts off until the outermost lock is given back"
        call pop_interrupts
        call interrupts_are_off
        check e, NO_LOCKS, "interrupts as they were"
        ret

; ---------------------------------------------------------------- CS and SS
check_selectors:
        xor eax, eax
        read_code_selector ax
        check_value KERNEL_CODE, NO_SELECTORS, "CS read by MOV"
        xor eax, eax
        read_stack_selector ax
        check_value KERNEL_DATA, NO_SELECTORS, "SS read by MOV"
        push_code_selector
        pop eax
        and eax, 0xFFFF
        check_value KERNEL_CODE, NO_SELECTORS, "CS read by PUSH"
        call_far_kernel .far
        check_value KERNEL_CODE, NO_SELECTORS, "CS left by a far CALL"
        ret
.far:
        mov eax, [esp + 4]
        and eax, 0xFFFF
        return_far

; ---------------------------------------------------------------- GDTR, IDTR, the machine status word, TR, LDTR
check_tables:
        sub esp, 8
        store_gdt [esp]
        movzx eax, word [esp]
        check_value GDT_ENTRIES * 8 - 1, NO_TABLES, "the limit that SGDT stores"
        mov eax, [esp + 2]
        check_value gdt, NO_TABLES, "the base that SGDT stores"
        store_idt [esp]
        movzx eax, word [esp]
        check_value 256 * 8 - 1, NO_TABLES, "the limit that SIDT stores"
        mov eax, [esp + 2]
        check_value idt, NO_TABLES, "the base that SIDT stores"
        add esp, 8
        ret

check_machine:
        read_cr0 eax
        mov edx, eax
        and eax, CR0_PAGING | CR0_PROTECTION
        check_value CR0_PAGING | CR0_PROTECTION, NO_MACHINE, "CR0"
        movzx edx, dx
        xor eax, eax
        read_machine_status ax
        check_value edx, NO_MACHINE, "the machine status word"
        read_directory eax
        and eax, -PAGE
        check_value kernel_directory - KERNEL_BASE, NO_MACHINE, "CR3"
        ret

check_task:
        xor eax, eax
        store_task ax
        check_value TASK_STATE, NO_TASK, "TR read by STR"
        xor eax, eax
        store_ldt ax
        check_value LOCAL_TABLE, NO_TASK, "LDTR read by SLDT"
        ret

; ---------------------------------------------------------------- LAR, LSL, VERR, VERW, ARPL
check_rights:
        mov ecx, KERNEL_CODE
        call .rights
        check_value 0x00C09B00 | KERNEL_RPL << 13, NO_RIGHTS, "LAR of the kernel's code"
        mov ecx, KERNEL_DATA
        call .rights
        check_value 0x00C09300 | KERNEL_RPL << 13, NO_RIGHTS, "LAR of the kernel's data"
        mov ecx, USER_CODE
        call .rights
        and eax, ~0x0100                ; accessed or not
        check_value 0x00C0FA00, NO_RIGHTS, "LAR of the processes' code"
        mov ecx, TASK_STATE
        call .rights
        check_value 0x00008B00, NO_RIGHTS, "LAR of the task state segment, busy"
        xor ecx, ecx
        call .rights
        check_value 0, NO_RIGHTS, "LAR of the null selector"
        mov ecx, KERNEL_DATA
        call .limit
        check_value 0xFFFFFFFF, NO_RIGHTS, "LSL of the kernel's data"
        mov ecx, TASK_STATE
        call .limit
        check_value TASK_STATE_LIMIT, NO_RIGHTS, "LSL of the task state segment"
        mov ecx, READ_ONLY_DATA
        call .limit
        check_value READ_ONLY_LIMIT, NO_RIGHTS, "LSL of a short segment"
        mov ecx, KERNEL_DATA
        verify_read cx
        check z, NO_RIGHTS, "VERR of the kernel's data"
        verify_write cx
        check z, NO_RIGHTS, "VERW of the kernel's data"
        mov ecx, READ_ONLY_DATA
        verify_read cx
        check z, NO_RIGHTS, "VERR of a read-only segment"
        verify_write cx
        check nz, NO_RIGHTS, "VERW of a read-only segment"
        mov ecx, KERNEL_CODE
        verify_write cx
        check nz, NO_RIGHTS, "VERW of the kernel's code"
        mov ecx, TASK_STATE
        verify_read cx
        check nz, NO_RIGHTS, "VERR of a system segment"
        mov eax, KERNEL_DATA
        read_code_selector dx
        adjust_rpl ax, dx
        check_value KERNEL_DATA, NO_RIGHTS, "ARPL against CS"
        ret
; The rights of the selector ECX, or 0; without the bits that the manual leaves undefined.
.rights:
        xor eax, eax
        access_rights eax, ecx
        jz .valid
        xor eax, eax
.valid:
        and eax, 0x00F0FF00
        ret
; Its limit, or 0.
.limit:
        xor eax, eax
        segment_limit eax, ecx
        jz .found
        xor eax, eax
.found:
        ret

; ---------------------------------------------------------------- POPF and IRET
; Interrupts stay off outside; all of them are masked at the 8259A until wait_for_timer, so that IF may
; be tried out.
check_flags:
        call push_interrupts
        push dword FLAG_ALWAYS | FLAG_INTERRUPT
        restore_flags
        call .flags
        disable_interrupts
        check_value FLAG_INTERRUPT, NO_FLAGS, "POPF turns interrupts on"
        enable_interrupts
        push dword FLAG_ALWAYS
        restore_flags
        call .flags
        disable_interrupts
        check_value 0, NO_FLAGS, "POPF turns interrupts off"
        push dword FLAG_ALWAYS | FLAG_IOPL
        restore_flags
        call .flags
        push dword FLAG_ALWAYS
        restore_flags
        check_value FLAG_IOPL, NO_FLAGS, "POPF sets IOPL"
        enable_interrupts
        push dword FLAG_ALWAYS
        push_code_selector
        push dword .without
        return_from_interrupt
.without:
        call .flags
        disable_interrupts
        check_value 0, NO_FLAGS, "IRET turns interrupts off"
        push dword FLAG_ALWAYS | FLAG_INTERRUPT
        push_code_selector
        push dword .with
        return_from_interrupt
.with:
        call .flags
        disable_interrupts
        check_value FLAG_INTERRUPT, NO_FLAGS, "IRET turns interrupts on"
        enable_interrupts
        call push_interrupts
        call interrupts_are_off
        check e, NO_FLAGS, "a lock inside a lock turns interrupts off"
        call pop_interrupts
        disable_interrupts
        jmp pop_interrupts
.flags:
        save_flags
        pop eax
        and eax, FLAG_INTERRUPT | FLAG_IOPL
        ret

; ---------------------------------------------------------------- software interrupts
check_gates:
        xor eax, eax
        mov [service_selector], eax
        software_interrupt KERNEL_SERVICE
        check_value KERNEL_SERVICE, NO_GATES, "INT through a gate for ring 0"
        mov eax, [service_selector]
        check_value KERNEL_CODE, NO_GATES, "CS in the frame of an interrupt"
        mov eax, [service_flags]
        and eax, FLAG_INTERRUPT
        check_value 0, NO_GATES, "IF in the frame of an interrupt"
        mov eax, [breakpoints]
        software_breakpoint
        sub eax, [breakpoints]
        neg eax
        check_value 1, NO_GATES, "INT3"
        ; A segment that is not there.
        expect_fault .absent
        mov eax, GDT_ENTRIES * 8
        load_local_selector ax
.absent:
        expect_no_fault
        mov eax, [fs:processor_block.vector]
        check_value 13, NO_GATES, "the fault of a selector beyond the table"
        mov eax, [fs:processor_block.error]
        check_value GDT_ENTRIES * 8, NO_GATES, "its error code"
        xor eax, eax
        load_local_selector ax
        ; Division by zero.
        expect_fault .divided
        xor edx, edx
        mov eax, 1
        xor ecx, ecx
        div ecx
.divided:
        expect_no_fault
        mov eax, [fs:processor_block.vector]
        check_value 0, NO_GATES, "the fault of a division by zero"
        ret

; ---------------------------------------------------------------- page faults in ring 0
check_pages:
        expect_fault .null
        mov eax, [0]
.null:
        expect_no_fault
        mov eax, [fs:processor_block.vector]
        check_value PAGE_FAULT, NO_PAGES, "the fault of the null page"
        mov eax, [fs:processor_block.error]
        check_value 0, NO_PAGES, "its error code"
        expect_fault .absent
        mov edx, KERNEL_BASE + DIRECT_TABLES * 0x400000 + 0x1234
        mov [edx], al
.absent:
        expect_no_fault
        mov eax, [fs:processor_block.address]
        check_value KERNEL_BASE + DIRECT_TABLES * 0x400000 + 0x1234, NO_PAGES, "CR2 after a store to nothing"
        mov eax, [fs:processor_block.error]
        check_value 2, NO_PAGES, "its error code"
        cmp byte [is_486], 0
        je .done                        ; the 80386 has no WP
        expect_fault .protected
        mov eax, [start]
        mov [start], eax
.protected:
        expect_no_fault
        mov eax, [fs:processor_block.error]
        check_value 3, NO_PAGES, "the fault of a store to the kernel's text"
        mov eax, [fs:processor_block.address]
        check_value start, NO_PAGES, "CR2 after it"
.done:
        ret

; ---------------------------------------------------------------- what the processes have shown
check_processes:
        mov eax, [first_status]
        check_value 0, NO_USERS, "the first process's status"
        mov eax, [free_frames]
        check_value [frames_before], NO_USERS, "free frames after all processes"
        xor eax, eax
        cmp [preemptions], eax
        check ne, NO_USERS, "the timer preempted"
        cmp [nested_interrupts], eax
        check ne, NO_USERS, "interrupts came inside system calls"
        cmp dword [idle_sleeps], 0
        check ne, NO_USERS, "the processor slept while all processes waited"
        mov eax, [fs:processor_block.depth]
        check_value 0, NO_USERS, "locks still held"
        ret
