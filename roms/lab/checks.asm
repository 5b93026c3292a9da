; What becomes of an assertion or a self-check, and the self-checks of the start, in the order in which
; a kernel outside ring 0 would trip over them.

; ---------------------------------------------------------------- the outcome
; assertion_failed(reason, option): goes on if the option leaves it out. Keeps all registers.
assertion_failed:
        push eax
        mov eax, [options]
        test eax, [esp + 12]
        pop eax
        jz panic_stop
        ret 8

; check_held(), check_failed(what): counted, or the end. They keep all registers.
check_held:
        inc dword [checks_made]
        ret
check_failed:
        disable_interrupts
        jmp panic_stop

; check_equal(what, expected), found in EAX: counted, or the end. Keeps all registers.
check_equal:
        cmp eax, [esp + 8]
        jne .different
        inc dword [checks_made]
        ret 8
.different:
        disable_interrupts
        push eax
        call panic_begin
        pop eax
        push dword [esp]                ; the address
        push dword [esp + 12]           ; expected
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
        check e, "interrupts off after CLI"
        call holding
        check e, "a free lock is free"
        call acquire
        mov eax, test_lock
        call holding
        check ne, "a taken lock is held"
        cmp dword [fs:processor_block.depth], 2
        check e, "locks nest"
        call release
        call interrupts_are_off
        check e, "interrupts off until the outermost lock is given back"
        call pop_interrupts
        call interrupts_are_off
        check e, "interrupts as they were"
        ret

; ---------------------------------------------------------------- CS and SS
check_selectors:
        xor eax, eax
        read_code_selector ax
        check_value KERNEL_CODE, "CS read by MOV"
        xor eax, eax
        read_stack_selector ax
        check_value KERNEL_DATA, "SS read by MOV"
        push_code_selector
        pop eax
        and eax, 0xFFFF
        check_value KERNEL_CODE, "CS read by PUSH"
        call_far_kernel .far
        check_value KERNEL_CODE, "CS left by a far CALL"
        ret
.far:
        mov eax, [esp + 4]
        and eax, 0xFFFF
        return_far

; ---------------------------------------------------------------- GDTR, IDTR, CR0, TR, LDTR
check_tables:
        sub esp, 8
        store_gdt [esp]
        movzx eax, word [esp]
        check_value GDT_ENTRIES * 8 - 1, "the limit that SGDT stores"
        mov eax, [esp + 2]
        check_value gdt, "the base that SGDT stores"
        store_idt [esp]
        movzx eax, word [esp]
        check_value 256 * 8 - 1, "the limit that SIDT stores"
        mov eax, [esp + 2]
        check_value idt, "the base that SIDT stores"
        add esp, 8
        ret

check_machine:
        mov eax, [early_status]
        check_value [early_cr0], "what SMSW said before paging was on"
        read_cr0 eax
        and eax, CR0_PAGING | CR0_PROTECTION
        check_value CR0_PAGING | CR0_PROTECTION, "CR0"
        call .status
        ; TS, as a kernel sets it that lets processes share the numeric unit.
        read_cr0 eax
        or eax, CR0_SWITCHED
        write_cr0 eax
        call .status
        and eax, CR0_SWITCHED
        check_value CR0_SWITCHED, "TS in the machine status word"
        clear_task_switched
        call .status
        and eax, CR0_SWITCHED
        check_value 0, "TS after CLTS"
        read_directory eax
        and eax, -PAGE
        check_value kernel_directory - KERNEL_BASE, "CR3"
        ret
.status:
        read_cr0 edx
        movzx edx, dx
        xor eax, eax
        read_machine_status ax
        check_value edx, "the machine status word"
        ret

check_task:
        xor eax, eax
        store_task ax
        check_value TASK_STATE, "TR read by STR"
        xor eax, eax
        store_ldt ax
        check_value LOCAL_TABLE, "LDTR read by SLDT"
        ret

; ---------------------------------------------------------------- LAR, LSL, VERR, VERW, ARPL
check_rights:
        mov ecx, KERNEL_CODE
        call .rights
        check_value 0x00C09B00 | KERNEL_RPL << 13, "LAR of the kernel's code"
        mov ecx, KERNEL_DATA
        call .rights
        check_value 0x00C09300 | KERNEL_RPL << 13, "LAR of the kernel's data"
        mov ecx, USER_CODE
        call .rights
        and eax, ~0x0100                ; accessed or not
        check_value 0x00C0FA00, "LAR of the processes' code"
%ifndef PARAVIRTUAL                     ; there, system segments are the monitor's
        mov ecx, TASK_STATE
        call .rights
        check_value 0x00008B00, "LAR of the task state segment, busy"
%endif
        xor ecx, ecx
        call .rights
        check_value 0, "LAR of the null selector"
        mov ecx, KERNEL_DATA
        call .limit
        check_value FLAT_LIMIT, "LSL of the kernel's data"
%ifndef PARAVIRTUAL
        mov ecx, TASK_STATE
        call .limit
        check_value TASK_STATE_LIMIT, "LSL of the task state segment"
%endif
        mov ecx, READ_ONLY_DATA
        call .limit
        check_value READ_ONLY_LIMIT, "LSL of a short segment"
        mov ecx, KERNEL_DATA
        verify_read cx
        check z, "VERR of the kernel's data"
        verify_write cx
        check z, "VERW of the kernel's data"
        mov ecx, READ_ONLY_DATA
        verify_read cx
        check z, "VERR of a read-only segment"
        verify_write cx
        check nz, "VERW of a read-only segment"
        mov ecx, KERNEL_CODE
        verify_write cx
        check nz, "VERW of the kernel's code"
%ifndef PARAVIRTUAL
        mov ecx, TASK_STATE
        verify_read cx
        check nz, "VERR of a system segment"
%endif
        mov eax, KERNEL_DATA
        read_code_selector dx
        adjust_rpl ax, dx
        check_value KERNEL_DATA, "ARPL against CS"
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
        check_value FLAG_INTERRUPT, "POPF turns interrupts on"
        enable_interrupts
        push dword FLAG_ALWAYS
        restore_flags
        call .flags
        disable_interrupts
        check_value 0, "POPF turns interrupts off"
%ifndef PARAVIRTUAL                     ; ring 1 has no say in IOPL
        push dword FLAG_ALWAYS | FLAG_IOPL
        restore_flags
        call .flags
        push dword FLAG_ALWAYS
        restore_flags
        check_value FLAG_IOPL, "POPF sets IOPL"
%endif
        enable_interrupts
        push dword FLAG_ALWAYS
        push_code_selector
        push dword .without
        return_from_interrupt
.without:
        call .flags
        disable_interrupts
        check_value 0, "IRET turns interrupts off"
        push dword FLAG_ALWAYS | FLAG_INTERRUPT
        push_code_selector
        push dword .with
        return_from_interrupt
.with:
        call .flags
        disable_interrupts
        check_value FLAG_INTERRUPT, "IRET turns interrupts on"
        enable_interrupts
        call push_interrupts
        call interrupts_are_off
        check e, "a lock inside a lock turns interrupts off"
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
        check_value KERNEL_SERVICE, "INT through a gate for ring 0"
        mov eax, [service_selector]
        check_value KERNEL_CODE, "CS in the frame of an interrupt"
        mov eax, [service_flags]
        and eax, FLAG_INTERRUPT
        check_value 0, "IF in the frame of an interrupt"
        mov eax, [breakpoints]
        software_breakpoint
        sub eax, [breakpoints]
        neg eax
        check_value 1, "INT3"
        ; A segment that is not there.
        expect_fault .absent
        mov eax, GDT_ENTRIES * 8
        load_local_selector ax
.absent:
        expect_no_fault
        mov eax, [fs:processor_block.vector]
        check_value 13, "the fault of a selector beyond the table"
        mov eax, [fs:processor_block.error]
        check_value GDT_ENTRIES * 8, "its error code"
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
        check_value 0, "the fault of a division by zero"
        ret

; ---------------------------------------------------------------- page faults in ring 0
check_pages:
        expect_fault .null
        mov eax, [0]
.null:
        expect_no_fault
        mov eax, [fs:processor_block.vector]
        check_value PAGE_FAULT, "the fault of the null page"
        mov eax, [fs:processor_block.error]
        check_value 0, "its error code"
        expect_fault .absent
        mov edx, KERNEL_BASE + DIRECT_TABLES * 0x400000 + 0x1234
        mov [edx], al
.absent:
        expect_no_fault
        mov eax, [fs:processor_block.address]
        check_value KERNEL_BASE + DIRECT_TABLES * 0x400000 + 0x1234, \
          "CR2 after a store to nothing"
        mov eax, [fs:processor_block.error]
        check_value 2, "its error code"
        cmp byte [is_486], 0
        je .done                        ; the 80386 has no WP
        expect_fault .protected
        mov eax, [start]
        mov [start], eax
.protected:
        expect_no_fault
        mov eax, [fs:processor_block.error]
        check_value 3, "the fault of a store to the kernel's text"
        mov eax, [fs:processor_block.address]
        check_value start, "CR2 after it"
.done:
        ret

; ---------------------------------------------------------------- accessed, dirty, forgotten
; A page of the direct map behind the last frame shows one frame, then another.
WINDOW          equ KERNEL_BASE + DIRECT_TABLES * 0x400000 - PAGE
WINDOW_ENTRY    equ direct_tables + (DIRECT_TABLES * 1024 - 1) * 4
ENTRY_ACCESSED  equ 0x020
ENTRY_DIRTY     equ 0x040

check_entries:
        push ebx
        push esi
        push edi
        call frame_take_zeroed
        mov esi, eax
        call frame_take_zeroed
        mov edi, eax
        mov ebx, WINDOW
        lea edx, [esi + (ENTRY_PRESENT | ENTRY_WRITE)]
        call .show
        call .entry
        check_value 0, "an entry before its page is touched"
        mov eax, [ebx]
        call .entry
        check_value ENTRY_ACCESSED, "an entry after its page was read"
        mov dword [ebx], 0x51
        call .entry
        check_value ENTRY_ACCESSED | ENTRY_DIRTY, "an entry after its page was written"
        mov eax, [KERNEL_BASE + esi]
        check_value 0x51, "the frame, seen at its other address"
        mov dword [KERNEL_BASE + esi], 0x52
        mov eax, [ebx]
        check_value 0x52, "what was written at the other address"
        ; Another frame, then read-only, then none.
        lea edx, [edi + (ENTRY_PRESENT | ENTRY_WRITE)]
        call .show
        mov eax, [ebx]
        check_value 0, "another frame in the same place"
        mov dword [ebx], 0x53
        mov eax, [KERNEL_BASE + esi]
        check_value 0x52, "the frame that was there before"
        mov eax, [KERNEL_BASE + edi]
        check_value 0x53, "the frame that is there now"
        cmp byte [is_486], 0
        je .no_wp
        lea edx, [edi + ENTRY_PRESENT]
        call .show
        expect_fault .read_only
        inc dword [ebx]
.read_only:
        expect_no_fault
        mov eax, [fs:processor_block.error]
        check_value 3, "the fault of a store where a page became read-only"
        mov eax, [ebx]
        check_value 0x53, "the page after that"
.no_wp:
        xor edx, edx
        call .show
        expect_fault .absent
        mov eax, [ebx]
.absent:
        expect_no_fault
        mov eax, [fs:processor_block.error]
        check_value 0, "the fault of a page that was taken away"
        mov eax, esi
        call frame_release
        mov eax, edi
        call frame_release
        pop edi
        pop esi
        pop ebx
        ret
; The window's entry becomes EDX.
.show:
        mov eax, WINDOW_ENTRY
        store_entry eax, edx
        commit_entries
        mov eax, ebx
        jmp forget_page
.entry:
        mov eax, [WINDOW_ENTRY]
        and eax, ENTRY_ACCESSED | ENTRY_DIRTY
        ret

; ---------------------------------------------------------------- what the processes have shown
check_processes:
        mov eax, [first_status]
        check_value 0, "the first process's status"
        mov eax, [free_frames]
        check_value [frames_before], "free frames after all processes"
        xor eax, eax
        cmp [preemptions], eax
        check ne, "the timer preempted"
        cmp [nested_interrupts], eax
        check ne, "interrupts came inside system calls"
        cmp dword [idle_sleeps], 0
        check ne, "the processor slept while all processes waited"
        mov eax, [fs:processor_block.depth]
        check_value 0, "locks still held"
        ret
